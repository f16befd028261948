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

const source = object({ file: string }, { line: count, entry: count });
const findingFields = {
  ...{ id: string, level, operation: string, location: string, message: string },
  ...{ args: members, count, sources: list(source), fingerprint: string },
};
const point = object({ operation: string, location: string, kind, count }, { status: count });
const report = object(
  {
    summary: object({
      ...{ exchanges: count, checked: count, skipped: count },
      ...{ errors: count, warnings: count, infos: count },
    }),
    findings: list(object(findingFields)),
  },
  {
    waived: list(object({ ...findingFields, reason: string, expires: string })),
    coverage: object({ exercised: count, total: count, points: list(point) }),
  },
);
