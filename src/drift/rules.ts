import type { Rule } from "../findings/finding.ts";

const kinds = {
  status: "no exchange had it",
  header: "{field} was never sent",
  property: "{field} was never present",
  value: "{field} was never {value}",
  null: "{field} was never null",
  "non-null": "{field} was always null",
  empty: "{field} was never empty",
  filled: "{field} was always empty",
  variant: "{field} was never of the kind {value}",
};

/** Rules about recordings as such, and about what of the contract they leave unseen. */
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
  {
    id: "coverage-below-minimum",
    level: "error",
    direction: "none",
    area: "coverage",
    text: "{exercised} of {total} points of the contract were seen ({percent} %), less than the {minimum} % asked for",
  },
  ...Object.entries(kinds).map(
    ([kind, text]): Rule => ({
      id: `coverage-${kind}-unseen`,
      level: "info",
      direction: "none",
      area: "coverage",
      text: `{message}: ${text}`,
      key: ["message", "value"],
    }),
  ),
];

function changed(what: string, level: Rule["level"], text: string): Rule {
  return { id: `recording-${what}-changed`, level, direction: "response", area: "recording", text };
}
