import type { Rule } from "../findings/finding.ts";

/** Rules about recordings as such. */
export const driftRules: readonly Rule[] = [
  {
    id: "recording-entry-invalid",
    level: "error",
    direction: "none",
    area: "recording",
    text: "a record could not be checked: {reason}",
    key: ["reason"],
  },
  {
    id: "recording-body-missing",
    level: "warning",
    direction: "none",
    area: "recording",
    text: "the {side} body was not recorded, so it was not checked",
  },
  changed("status", "error", "the answer's status was {before} and is now {after}"),
  changed("media-type", "error", "the answer's media type was {before} and is now {after}"),
  changed("type", "warning", "{field} was {before} and is now {after}"),
  {
    id: "recording-property-added",
    level: "warning",
    direction: "response",
    area: "recording",
    text: "{field} is in the answer and not in the recording",
  },
  {
    id: "recording-property-removed",
    level: "warning",
    direction: "response",
    area: "recording",
    text: "{field} is in the recording and not in the answer",
  },
];

function changed(what: string, level: Rule["level"], text: string): Rule {
  return { id: `recording-${what}-changed`, level, direction: "response", area: "recording", text };
}
