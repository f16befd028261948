import { readdirSync, readFileSync } from "node:fs";
import { exchangeRules } from "../src/contract/rules.ts";
import type { Exchange } from "../src/findings/exchange.ts";
import type { Finding } from "../src/findings/finding.ts";
import type { RecordedExchange } from "../src/recordings/recorded.ts";
import { type WrongExchange, wrongExchanges } from "./disagreements.ts";
import { type Change, change } from "./support/change.ts";
import { nameOf } from "./support/recordings.ts";

/** An exchange, and what the contract must make of it. */
export interface Witness {
  readonly name: string;
  readonly exchange: Exchange;
  /** The place that was made wrong, as a JSON Pointer; what is found must be found there. */
  readonly at?: string;
  /** Each finding as `level id`; empty where all is well. */
  readonly findings: readonly string[];
}

/** One line of `witness*.ndjson`: one place of a recording, changed. */
export type Testimony = Change & {
  /** The recording that is changed; `every-property.har entry 0` if absent. */
  readonly from?: string;
  readonly at: string;
  /** `accepted`, or the id of the one finding. */
  readonly expect: string;
};

const folder = new URL(".", import.meta.url);

/** Every line of every `witness*.ndjson`, with the file and line that it stands in. */
export function readTestimonies(): (readonly [place: string, testimony: Testimony])[] {
  const files = readdirSync(folder).filter((file) => /^witness.*\.ndjson$/.test(file));
  return files.sort().flatMap((file) => {
    const lines = readFileSync(new URL(file, folder), "utf8").trimEnd().split("\n");
    return lines.map(
      (line, index) => [`${file}:${index + 1}`, JSON.parse(line) as Testimony] as const,
    );
  });
}

/**
 * The exchange that a testimony speaks of.
 * @throws Error if there is no such recording or place.
 */
export function exchangeOf(
  testimony: Testimony,
  recordings: readonly RecordedExchange[],
): Exchange {
  const { from = "every-property.har entry 0", at, expect: _, ...what } = testimony;
  const recorded = recordings.find(({ source }) => nameOf(source) === from);
  if (!recorded) throw new Error(`there is no ${from}`);
  return change(recorded.exchange, at, what);
}

/** All that the contract tests know of right and wrong: recordings, testimonies and the table of wrong exchanges. */
export function allWitnesses(recordings: readonly RecordedExchange[]): Witness[] {
  const complete = recordings.find(({ source }) => source.file === "every-property.har");
  if (!complete) throw new Error("there is no every-property.har");
  return [
    ...recordings.map(({ exchange, source }) => ({ name: nameOf(source), exchange, findings: [] })),
    ...readTestimonies().map(([name, testimony]) => ({
      name,
      exchange: exchangeOf(testimony, recordings),
      at: testimony.at,
      findings: findingsOf(testimony.expect),
    })),
    ...wrongExchanges.map(({ name, change: make, findings }: WrongExchange) => ({
      name,
      exchange: make(complete.exchange),
      findings,
    })),
  ];
}

function findingsOf(expected: string): string[] {
  if (expected === "accepted") return [];
  const rule = exchangeRules.find(({ id }) => id === expected);
  if (!rule) throw new Error(`there is no rule ${expected}`);
  return [`${rule.level} ${rule.id}`];
}

/** What speaks against a witness's findings, in words; undefined if they are as they should be. */
export function objection(witness: Witness, findings: readonly Finding[]): string | undefined {
  const { name, at, findings: expected } = witness;
  const stray = findings.find(
    ({ level, id, location }) => !expected.includes(`${level} ${id}`) || !isAt(location, at),
  );
  if (stray) return `${name}: ${stray.id} at ${stray.location}`;
  const found = new Set(findings.map(({ level, id }) => `${level} ${id}`));
  const missing = expected.find((one) => !found.has(one));
  return missing && `${name}: no ${missing.split(" ")[1]}`;
}

/** A header that is gone is missed where the headers are. */
function isAt(location: string, at: string | undefined): boolean {
  return at === undefined || `${at}/`.startsWith(`${location}/`) || location.startsWith(`${at}/`);
}

/** The first response header of a recording that its response does not document; framing and `content-type` aside. */
export function undocumentedHeader(
  { response }: Exchange,
  documented: ReadonlySet<string>,
): string | undefined {
  const names = Object.keys(response.headers).map((name) => name.toLowerCase());
  return names.find((name) => !documented.has(name) && !transport.has(name));
}

/** The first of an operation's query and header parameters that no recording sends. */
export function unsentParameter(
  recordings: readonly RecordedExchange[],
  query: readonly string[],
  headers: readonly string[],
): string | undefined {
  const requests = recordings.map(({ exchange }) => exchange.request);
  const sent = new Set(requests.flatMap((request) => Object.keys(request.headers)));
  const asked = new Set(
    requests.flatMap(({ url }) => [...new URL(url, "http://recorded").searchParams.keys()]),
  );
  return query.find((name) => !asked.has(name)) ?? headers.find((name) => !sent.has(name));
}

/** Headers that say how a message is sent, whatever the API. */
const transport = new Set([
  "content-type",
  "content-length",
  "date",
  "connection",
  "transfer-encoding",
]);
