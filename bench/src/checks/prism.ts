import { createRequire } from "node:module";
import type * as Prism from "@stoplight/prism-http";
import type * as Validator from "@stoplight/prism-http/dist/validator/index.js";
import type { Checker } from "./check.ts";

const require = createRequire(import.meta.url);

/** What Prism's proxy calls for every answer. */
export const make = async (openapi: string): Promise<Checker> => {
  const { getHttpOperationsFromSpec } = require("@stoplight/prism-http") as typeof Prism;
  const { validateOutput } =
    require("@stoplight/prism-http/dist/validator/index.js") as typeof Validator;
  const [resource] = await getHttpOperationsFromSpec(JSON.parse(openapi));
  if (!resource) throw new Error("Prism sees no operation in the contract");
  const headers = { "content-type": "application/json; charset=utf-8" };
  return {
    accepts(body) {
      const verdict = validateOutput({ resource, element: { statusCode: 200, headers, body } });
      return verdict._tag === "Right";
    },
  };
};
