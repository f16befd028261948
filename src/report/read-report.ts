import { levels, type Report } from "./report.ts";

/** Says why a text is no report, and at which JSON Pointer. */
export class NotAReport extends Error {
  override readonly name = "NotAReport";
}

type Members = Readonly<Record<string, unknown>>;
type Check = (value: unknown, at: string) => void;

/**
 * Reads what `--format json` wrote. The checks are those of `docs/report.schema.json`.
 * @throws NotAReport
 */
export function readReport(text: string): Report {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new NotAReport(`not valid JSON: ${(cause as Error).message}`, { cause }); // JSON.parse throws a SyntaxError
  }
  report(value, "");
  return value as Report; // `report` has looked at every part
}

function wanted(what: string, passes: (value: unknown) => boolean): Check {
  return (value, at) => {
    if (!passes(value))
      throw new NotAReport(`not a report of exa-websets: ${at || "the whole"} must be ${what}`);
  };
}

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const string = wanted("a text", (value) => typeof value === "string");
const count = wanted(
  "a whole number, 0 or more",
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
);
const members = wanted("an object", isMembers);
const array = wanted("a list", Array.isArray);
const level = wanted(`one of ${levels.join(", ")}`, (value) =>
  levels.some((known) => known === value),
);
const kinds = [
  "status",
  "header",
  "property",
  "value",
  "null",
  "non-null",
  "empty",
  "filled",
  "variant",
];
const kind = wanted(`one of ${kinds.join(", ")}`, (value) =>
  kinds.some((known) => known === value),
);

function object(
  fields: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return (value, at) => {
    members(value, at);
    const found = value as Members; // `members` has looked
    for (const [name, check] of Object.entries(fields)) check(found[name], `${at}/${name}`);
    for (const [name, check] of Object.entries(optional)) {
      if (found[name] !== undefined) check(found[name], `${at}/${name}`);
    }
  };
}

function list(item: Check): Check {
  return (value, at) => {
    array(value, at);
    const items = value as readonly unknown[]; // `array` has looked
    for (const [index, element] of items.entries()) item(element, `${at}/${index}`);
  };
}

const percent = wanted(
  "a number from 0 to 100",
  (value) => typeof value === "number" && value >= 0 && value <= 100,
);
const isTrue = wanted("true", (value) => value === true);

const source = object({ file: string }, { line: count, entry: count });
const excerpt = object({ lines: list(string), mark: count });
const finding = {
  ...{ id: string, level, operation: string, location: string, message: string },
  ...{ args: members, count, sources: list(source), fingerprint: string },
};
const more = { operations: list(string), excerpt };
const run = object(
  {
    ...{ tool: string, command: string, contract: string },
    inputs: list(object({ file: string }, { bytes: count, sha256: string, fault: string })),
  },
  {
    ...{ time: string, showsValues: isTrue, known: object({ count }) },
    shards: object({ of: count, done: list(count) }, { missing: list(count) }),
  },
);
const traffic = object({
  ...{ host: string, method: string, path: string },
  ...{ checked: count, skipped: count, unreadable: count },
});
const point = object({ operation: string, location: string, kind, count }, { status: count });
const report = object(
  {
    run,
    summary: object({
      ...{ exchanges: count, checked: count, skipped: count },
      ...{ errors: count, warnings: count, infos: count },
    }),
    findings: list(object(finding, more)),
  },
  {
    waived: list(object({ ...finding, reason: string, expires: string }, more)),
    traffic: list(traffic),
    coverage: object({ exercised: count, total: count, points: list(point) }, { minimum: percent }),
  },
);
