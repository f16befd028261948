import type { Rule } from "../findings/finding.ts";

/** The rule's id as a title: `response-body-enum` is `Response body: enum`. */
export function titleOf({ id, direction }: Pick<Rule, "id" | "direction">): string {
  const words = id.split("-");
  const side = direction !== "none" && words[0] === direction ? words.splice(0, 1) : [];
  const title = [...side, ...words].join(" ");
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
}

/** The rule's sentence about no finding in particular: `{actual}` is `‹actual›`. */
export const sentenceOf = ({ text }: Pick<Rule, "text">): string =>
  text.replace(/\{(\w+)\}/g, "‹$1›");

const levelWords: Readonly<Record<Rule["level"], string>> = {
  error: "An error: it breaks a caller that relies on the contract.",
  warning: "A warning: it may break a caller that relies on the contract.",
  info: "Worth knowing; it breaks nobody.",
};

const directionWords: Readonly<Record<Rule["direction"], string>> = {
  request: "It is about what the caller sends. If the caller is right, the contract has to change.",
  response:
    "It is about what the server answers. Either the server is wrong, or it has moved on and the contract must follow.",
  none: "It is about neither a request nor an answer, but about what was given to the check.",
};

/** What the rule says, how bad it is, and what to do: one paragraph each. */
export function helpOf(rule: Rule): string[] {
  return [
    `${sentenceOf(rule)}.`,
    levelWords[rule.level],
    directionWords[rule.direction],
    `To live with it for a while, waive the rule ${rule.id} with a reason and a last day (--waivers).`,
  ];
}
