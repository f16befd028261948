import type { Case, Group } from "../case.ts";

/** Ids that look like more than an id, and the one segment that each of them is. */
const encoded: readonly (readonly [id: string, segment: string, danger: string])[] = [
  ["a/b", "a%2Fb", "another path"],
  ["webset_1/cancel", "webset_1%2Fcancel", "cancelling the Webset"],
  ["../../admin", "..%2F..%2Fadmin", "climbing out of the API's path"],
  ["..\\admin", "..%5Cadmin", "a backslash read as a slash"],
  ["%2e%2e", "%252e%252e", "an encoded dot segment"],
  ["a?x=1", "a%3Fx%3D1", "a query of its own"],
  ["a#f", "a%23f", "a fragment that is cut off"],
  ["team docs", "team%20docs", "a space"],
  ["café ☕", "caf%C3%A9%20%E2%98%95", "letters beyond ASCII"],
  ["https://example.com/", "https%3A%2F%2Fexample.com%2F", "another host"],
  ["...", "...", "three dots, which are a name"],
];

const refused: readonly (readonly [shown: string, id: unknown])[] = [
  ['""', ""],
  ['"."', "."],
  ['".."', ".."],
  ["undefined", undefined],
  ["null", null],
  ["an object", {}],
  ["a number", 42],
  ["an array", ["webset_1"]],
  ['"webset_1\\n"', "webset_1\n"],
  ['"\\u0000"', "\u0000"],
  ['"a\\u007f"', "a\u007f"],
  ["a lone surrogate", "a\ud800"],
];

export const ids: Group = {
  name: "Ids",
  happens:
    'An id such as `a/b`, `webset_1/cancel` or `a?x=1`; an id such as `""`, `..`, `undefined` or `"a\\n"`',
  get: "The former stay one segment of the path; the latter are an `InvalidInputError`, and nothing is sent",
  cases: [
    ...encoded.map(
      ([id, segment, danger]): Case => ({
        name: `keeps the id ${JSON.stringify(id)} one path segment`,
        happens: `the id is \`${id}\` (${danger})`,
        get: `it is sent as \`${segment}\``,
        id,
        segment,
      }),
    ),
    ...refused.map(
      ([shown, id]): Case => ({
        name: `refuses the id ${shown} unsent`,
        happens: `the id is ${shown.startsWith('"') ? `\`${shown}\`` : shown}`,
        get: "`InvalidInputError`; nothing is sent",
        id,
        throws: {
          error: "InvalidInputError",
          delivery: "not-sent",
          attempts: 0,
          message: /^id .*must be/,
        },
        requests: 0,
      }),
    ),
  ],
};
