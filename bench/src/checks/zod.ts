import { z } from "zod";
import { bundle } from "./bundle.ts";
import type { Checker } from "./check.ts";

/** Converted from the contract by zod itself. */
export const make = (openapi: string): Checker => {
  const schema = z.fromJSONSchema(bundle(openapi));
  return { accepts: (value) => schema.safeParse(value).success };
};
