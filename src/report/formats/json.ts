import { jsonText } from "../escape.ts";
import type { Format } from "./format.ts";

/** The report itself; `docs/report.schema.json` describes it. The order of its members does not vary. */
export const json: Format = ({ run, summary, findings, waived, traffic, coverage }) =>
  jsonText({ run, summary, findings, waived, traffic, coverage });
