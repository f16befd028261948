import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { bundle } from "./bundle.ts";
import type { Checker } from "./check.ts";

/** Compiled at run time, as most services do it. */
export const make = (openapi: string): Checker => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(bundle(openapi));
  return { accepts: (value) => validate(value) };
};
