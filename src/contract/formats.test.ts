import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { date, dateTime, uri, uuid } from "./formats.ts";

const ajv = new Ajv2020();
addFormats.default(ajv);

const samples: [string, (text: string) => boolean, string[], string[]][] = [
  [
    "date-time",
    dateTime,
    [
      "2025-11-23T00:48:09.119Z",
      "2023-11-07T05:31:56Z",
      "2024-02-29t23:59:60.5z",
      "2025-01-31T00:00:00+05:30",
      "2025-12-31T00:00:00-23:59",
      "2025-10-19T09:09:09.123456Z",
      "2016-12-31T23:59:60Z",
      "2016-12-31T23:59:60.25Z",
    ],
    [
      "x2025-01-01T00:00:00Z",
      "2025-01-01T00:00:00Z2025-01-01T00:00:00Z",
      "2025-01-01T00:00:00Zx",
      "2025-01-01T00:00:00.Z",
      "2025-01-01T00:00:00+24:00",
      "2025-00-01T00:00:00Z",
      "2025-02-29T00:00:00Z",
      "2025-04-31T00:00:00Z",
      "2025-01-01T24:00:00Z",
      "2025-01-01",
      "2025-01-01T00:00:00",
      "2025-13-01T00:00:00Z",
      "2025-01-01T10:00:60Z",
      "2025-01-01T23:59:61Z",
      "2025-01-01T29:00:00Z",
      "2025-01-39T00:00:00Z",
      "2025-19-01T00:00:00Z",
      "2025-00-01T00:00:00Z",
      "2025-01-01T00:00:00+24:00",
      "1900-02-29T00:00:00Z",
      "",
    ],
  ],
  [
    "date",
    date,
    ["2024-02-29", "2000-02-29", "2025-01-01", "2025-10-19"],
    [
      "2023-02-29",
      "2024-2-9",
      "2024-00-10",
      "20240229",
      "x2024-02-28",
      "2024-02-282024-02-28",
      "2024-02-28x",
      "2024-02-00",
    ],
  ],
  [
    "uri",
    uri,
    ["https://websets.exa.ai/webset_1?x=%20#y", "urn:isbn:1", "a1+b.c-d:x", "x:%aF"],
    [
      " https://x",
      "1a:x",
      "a_b:x",
      "x:%4",
      "x:%4g",
      "websets/x",
      "https://a b",
      "https://x/%zz",
      "//x",
      "",
    ],
  ],
  [
    "uuid",
    uuid,
    ["123e4567-e89b-12d3-a456-426614174000"],
    [
      "123e4567e89b12d3a456426614174000",
      "x123e4567-e89b-12d3-a456-426614174000",
      "123e4567-e89b-12d3-a456-4266141740001",
      "x",
    ],
  ],
];

describe.each(samples)("the format %s", (format, test, good, bad) => {
  const reference = ajv.compile({ type: "string", format });

  it.each(good)("takes %j, as Ajv does", (text) => {
    expect([test(text), reference(text)]).toEqual([true, true]);
  });

  it.each(bad)("refuses %j, as Ajv does", (text) => {
    expect([test(text), reference(text)]).toEqual([false, false]);
  });
});

it("knows the last day of every month, leap years included", () => {
  const lastDay = (year: number, month: number) =>
    [28, 29, 30, 31, 32]
      .filter((day) => date(`${year}-${`${month}`.padStart(2, "0")}-${day}`))
      .at(-1);
  for (const year of [1900, 2000, 2023, 2024]) {
    for (let month = 1; month <= 12; month++) {
      expect(lastDay(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
    }
  }
});
