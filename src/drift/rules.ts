import type { Rule } from "../findings/finding.ts";

/** Rules about recordings as such: what could not be read, what was not kept, what nearly was a call of the contract. */
export const driftRules: readonly Rule[] = [
  recording("file-unreadable", "error", "{file} could not be read: {reason}", ["file", "reason"]),
  recording("file-cut", "error", "{file} is not whole: {reason}", ["file", "reason"]),
  recording("entry-invalid", "error", "a record could not be checked: {reason}", ["reason"]),
  recording(
    "unanswered",
    "warning",
    "the call got no answer: it was blocked, aborted, or failed on the network",
  ),
  recording(
    "headers-missing",
    "warning",
    "the {side} headers were not recorded, so they were not checked",
  ),
  recording("headers-undecodable", "warning", "the {side} headers cannot be read: {reason}", [
    "reason",
  ]),
  recording("body-missing", "warning", "the {side} body was not recorded, so it was not checked"),
  recording("body-cut", "warning", "the {side} body was recorded in part, so it was not checked"),
  recording(
    "body-undecodable",
    "warning",
    "the {side} body cannot be decoded, so it was not checked: {reason}",
    ["reason"],
  ),
  {
    id: "request-near-miss",
    level: "warning",
    direction: "request",
    area: "operation",
    text: "a call was not checked that would be this operation but for {differences}",
    key: ["differences"],
  },
  changed("status", "error", "the answer's status was {before} and is now {after}"),
  changed("media-type", "error", "the answer's media type was {before} and is now {after}"),
  changed("type", "warning", "{field} was {before} and is now {after}"),
  {
    ...recording("property-added", "warning", "{field} is in the answer and not in the recording"),
    direction: "response",
  },
  {
    ...recording(
      "property-removed",
      "warning",
      "{field} is in the recording and not in the answer",
    ),
    direction: "response",
  },
];

function recording(
  what: string,
  level: Rule["level"],
  text: string,
  key?: readonly string[],
): Rule {
  return {
    id: `recording-${what}`,
    level,
    direction: "none",
    area: "recording",
    text,
    ...(key && { key }),
  };
}

function changed(what: string, level: Rule["level"], text: string): Rule {
  return { ...recording(`${what}-changed`, level, text), direction: "response" };
}
