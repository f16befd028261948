import { Ajv2020 } from "ajv/dist/2020.js";
import { bundle } from "./bundle.ts";
import type { Checker } from "./check.ts";
import { fromSource } from "./from-source.ts";

type Test = (text: string) => boolean;

/** As `ajv.ts`, with the formats of this project: most of what ajv-formats costs is its date-time. */
export const make = async (openapi: string): Promise<Checker> => {
  const ajv = new Ajv2020({ strict: false });
  const { dateTime, uri } = (await fromSource("src/contract/formats.ts")) as Record<string, Test>;
  if (!dateTime || !uri) throw new Error("src/contract/formats.ts lacks a format");
  ajv.addFormat("date-time", dateTime);
  ajv.addFormat("uri", uri);
  const validate = ajv.compile(bundle(openapi));
  return { accepts: (value) => validate(value) };
};
