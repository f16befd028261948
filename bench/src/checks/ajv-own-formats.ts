import { Ajv2020 } from "ajv/dist/2020.js";
import * as formats from "../../../dist/src/contract/formats.js";
import { bundle } from "./bundle.ts";
import type { Checker } from "./check.ts";

/** As `ajv.ts`, with the formats of this project: most of what ajv-formats costs is its date-time. */
export const make = (openapi: string): Checker => {
  const ajv = new Ajv2020({ strict: false });
  ajv.addFormat("date-time", formats.dateTime);
  ajv.addFormat("uri", formats.uri);
  const validate = ajv.compile(bundle(openapi));
  return { accepts: (value) => validate(value) };
};
