import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import * as formats from "./formats.ts";

const { date, dateTime, uri, uuid } = formats;
const tests = { ...formats };

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

/** What the RFCs say, where ajv-formats says otherwise or has no such format. */
const rfcs: [keyof typeof formats, string[], string[]][] = [
  [
    "dateTime",
    [
      "1990-12-31T15:59:60-08:00",
      "1999-01-01T08:59:60.5+09:00",
      "1998-06-30T23:59:60Z",
      "2016-12-31t23:59:60z",
    ],
    [
      // No leap second but at the end of a month, in UTC (RFC 3339, section 5.7).
      "1990-12-31T23:59:60-08:00",
      "1990-12-30T15:59:60-08:00",
      "2025-11-23T23:59:60Z",
      "1998-12-31T23:58:60Z",
      "1998-12-31T23:59:61Z",
      "1998-12-31T22:59:60Z",
    ],
  ],
  [
    "time",
    ["23:59:60Z", "15:59:60-08:00", "01:29:60+01:30", "00:00:00.1z"],
    ["23:59:60+01:00", "12:00:00", "24:00:00Z", "22:59:60Z", "12:00Z"],
  ],
  [
    "uri",
    [
      "http://[2001:db8::7]/c=GB?one",
      "http://[v1.fe:x]/",
      "ldap://[2001:db8::7]/c=GB?objectClass?one",
      "mailto:John.Doe@example.com",
      "tel:+1-816-555-1212",
      "file:///etc/hosts",
      "x:",
      "http://a:b@h:80/p;q=1//r?s?t#u/?",
      "http://h:/",
      "http://%41",
    ],
    [
      "http://[2001:db8::7",
      "http://[1.2.3.4]/",
      "http://[::1::2]/",
      "http://[]/",
      "http://a[b]c/",
      "http://h/[a]",
      "http://h/a#b#c",
      "http://h:8a/",
      "http://u@v@h/",
      "http://h/a|b",
      "http://h/ü",
      'http://h/"',
      "http://h/{id}",
      "http://h/a\\b",
      "http://h/%",
      "1http://h",
      ":x",
    ],
  ],
  [
    "uriReference",
    ["", "a", "/a?b#c", "//h/p", "./a:b", "?q", "#f", "http://h", "a/b:c"],
    ["a:b:[", "1a:b", "\\\\h\\share", "#a#b", "a b", "//h:x"],
  ],
  [
    "uriTemplate",
    ["", "http://h/{id}", "/a{?b,c*,d:3}{#e}", "%41", "{+a.b}", "ü"],
    ["{", "}", "/a{b", "{}", "{a b}", "%4", "{a:0}", "a b", "{a,}"],
  ],
  [
    "ipv4",
    ["0.0.0.0", "255.249.199.99"],
    ["256.1.1.1", "1.1.1", "1.1.1.1.", "01.1.1.1", "1.1.1.1.1"],
  ],
  [
    "ipv6",
    ["::", "::1", "1::", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4", "1:2:3:4:5:6:1.2.3.4", "1::8"],
    [
      "",
      ":",
      ":1",
      "1:",
      "1:2:3:4:5:6:7",
      "1:2:3:4:5:6:7::8",
      "12345::",
      "::1.2.3",
      "1.2.3.4",
      "::%1",
      ":::",
    ],
  ],
  [
    "hostname",
    ["a", "a.b", "xn--a", "1a.b-c", "a".repeat(63), "a--b"],
    ["", ".", "a.", "-a", "a-", "a_b", "a..b", "a".repeat(64), `${"a.".repeat(127)}a`],
  ],
  [
    "email",
    ["a@b", "a.b+c@d.e", '"a b"@c', "a@[1.2.3.4]", "a@[IPv6:::1]"],
    ["a", "@b", "a@", "a..b@c", ".a@b", "a b@c", "a@[1.2.3]", "a@b@c", "a@-b"],
  ],
  [
    "duration",
    ["P1D", "P1Y2M3DT4H5M6S", "PT1M", "P4W", "P1MT1S"],
    ["P", "PT", "P1DT", "1D", "P1Y3D", "P1W1D", "PT1H3S", "p1d", "P1.5D"],
  ],
  ["jsonPointer", ["", "/", "/a~0b~1c", "//"], ["a", "/~", "/~2", "#/a"]],
  ["relativeJsonPointer", ["0", "1/a", "2#"], ["-1", "01", "/a", "1##", "1a"]],
  ["regex", ["^a$", "\\p{L}"], ["(", "\\_", "[z-a]"]],
];

describe.each(rfcs)("%s, as its RFC has it,", (name, good, bad) => {
  it.each(good)("takes %j", (text) => {
    expect(tests[name](text)).toBe(true);
  });

  it.each(bad)("refuses %j", (text) => {
    expect(tests[name](text)).toBe(false);
  });
});

// Within the time that a test has: a regular expression that goes back and forth would take hours.
it("reads a long text once", () => {
  const long = "a".repeat(100_000);
  const texts = [
    `${long}@`,
    `http://${long}@${long}@`,
    `http://${long}:${long}`,
    `${long}.`,
    `P${"1".repeat(100_000)}`,
  ];
  const taken = texts.map((text) => Object.values(tests).filter((test) => test(text)));
  expect(taken.map((those) => those.length)).toEqual([3, 2, 2, 3, 3]);
});
