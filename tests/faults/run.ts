import type {
  Case,
  Certificate,
  Origins,
  Outcome,
  Package,
  Result,
  Runtime,
  Seen,
  Throws,
  World,
} from "./case.ts";
import { cases } from "./cases.ts";
import { examine, slack } from "./examine.ts";
import { webset } from "./webset.ts";

/** What a runtime hands in: who it is, where the server stands, and how it shows a value to a person. */
export interface Host {
  readonly runtime: Runtime;
  readonly origins: Origins;
  /** `util.inspect` and its like: what a log would show of an error or client. */
  readonly inspect: (value: unknown) => string;
  /** Rejections and errors that nobody handled: each would end the process. Filled by the runtime's own events. */
  readonly unhandled: () => readonly string[];
  /** How many cases run at once. A browser opens six connections to one host. */
  readonly atOnce: number;
}

/** A case that is not over by then has hung, whatever its deadline says. */
const hung = 10_000;

/** Runs every case against the faulty server. */
export async function runMatrix(pkg: Package, host: Host): Promise<Outcome> {
  const results: Result[] = new Array(cases.length);
  const run = async (index: number) => {
    results[index] = await runCase(index, pkg, host);
  };
  const indices = [...cases.keys()];
  const queue = indices.filter((index) => !cases[index]?.row.alone);
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await run(next);
  };
  await Promise.all(Array.from({ length: host.atOnce }, worker));
  for (const index of indices.filter((index) => cases[index]?.row.alone)) await run(index);
  // What was rejected in the last case becomes known a turn later.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const strays = await seenBy(host, "stray");
  const stray = [...strays.own, ...strays.other].map(
    ({ path }) => `a request went astray: ${path}`,
  );
  return { results, unhandled: [...host.unhandled(), ...stray] };
}

async function runCase(index: number, pkg: Package, host: Host): Promise<Result> {
  const entry = cases[index];
  if (!entry) throw new Error(`no case ${index}`);
  const { id, group, row } = entry;
  const because = row.skip?.[host.runtime];
  const known = { group, name: row.name };
  if (because) return { ...known, state: "skipped", reason: because, lives: true, milliseconds: 0 };
  const before = host.unhandled().length;
  const { faults, milliseconds } = await attempt(id, row, pkg, host);
  // Other cases run meanwhile: what goes unhandled is told of all that it may be of.
  const unhandled = host.unhandled().slice(before);
  faults.push(...unhandled.map((what) => `meanwhile nobody handled ${what}`));
  const state = faults.length ? "failed" : "passed";
  return {
    ...known,
    state,
    lives: unhandled.length === 0,
    ...(faults.length && { reason: faults.join("; ") }),
    milliseconds,
  };
}

async function attempt(id: string, row: Case, pkg: Package, host: Host) {
  const controller = new AbortController();
  const world: World = {
    ...pkg,
    runtime: host.runtime,
    baseUrl: `${host.origins.own}/c/${id}`,
    refused: host.origins.refused,
    tls: below(host.origins.tls, `/c/${id}`),
    seen: async () => (await seenBy(host, id)).own,
    key: "exa-secret-of-the-matrix",
  };
  if (row.abort === "before") controller.abort("given up");
  if (typeof row.abort === "number") abortLater(controller, row.abort, id, host);
  const start = performance.now();
  const outcome = await settle(call(row, world, controller.signal));
  const milliseconds = Math.round(performance.now() - start);
  const faults = [...judge(row, outcome, world, host), ...judgeTime(row, milliseconds)];
  const expected = row.unless?.[host.runtime]?.requests ?? row.requests ?? 1;
  faults.push(...examine(row, await arrived(host, id, expected), expected));
  return { faults, milliseconds };
}

function below(tls: Origins["tls"], path: string): Record<Certificate, string> {
  const entries = Object.entries(tls).map(([name, origin]) => [name, origin + path]);
  return Object.fromEntries(entries) as Record<Certificate, string>;
}

/** The usual call, or the case's own. */
async function call(row: Case, world: World, signal: AbortSignal): Promise<unknown> {
  const extra = typeof row.options === "function" ? row.options(world) : row.options;
  // A case may hand in what the types forbid: that is what it is about.
  const options = { apiKey: world.key, baseUrl: world.baseUrl, ...extra } as never;
  if (row.act) return row.act(world, options);
  const id = "id" in row ? row.id : webset.id;
  const body = "body" in row ? row.body : { metadata: webset.metadata };
  const made = world.client.createWebsetsClient(options);
  return made.update(id as never, body as never, {
    ...(row.abort !== undefined && { signal }),
    ...row.call,
  });
}

type Settled = { readonly value: unknown } | { readonly error: unknown } | { readonly hung: true };

function settle(promise: Promise<unknown>): Promise<Settled> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ hung: true }), hung);
    promise
      .then(
        (value) => resolve({ value }),
        (error) => resolve({ error }),
      )
      .finally(() => clearTimeout(timer));
  });
}

function judge(row: Case, outcome: Settled, world: World, host: Host): string[] {
  if ("hung" in outcome) return ["the call never ended"];
  const { because: _, requests: __, ...different } = row.unless?.[host.runtime] ?? {};
  if ("value" in outcome) {
    if (row.throws)
      return [`resolved with ${JSON.stringify(outcome.value)}, expected ${row.throws.error}`];
    const value = outcome.value as never;
    const wrong = row.returns ? row.returns(value, world) : sameWebset(value);
    return wrong ? [wrong] : [];
  }
  if (!row.throws) return [`threw ${host.inspect(outcome.error)}`];
  return judgeError({ ...row.throws, ...different }, outcome.error, world, host);
}

function judgeError(
  expected: Throws,
  error: unknown,
  { client, key }: World,
  host: Host,
): string[] {
  if (!(error instanceof client.WebsetsError))
    return [`threw no WebsetsError: ${host.inspect(error)}`];
  const faults: string[] = [];
  const same = (what: string, actual: unknown, wanted: unknown) => {
    if (!matches(actual, wanted)) faults.push(`${what} is ${String(actual)}, expected ${wanted}`);
  };
  const { error: name, delivery, attempts, message, carries = {} } = expected;
  if (![name].flat().includes(error.name)) same("error", error.name, name);
  if (delivery !== undefined) same("delivery", error.delivery, delivery);
  if (attempts !== undefined) same("attempts", error.attempts, attempts);
  for (const [field, wanted] of Object.entries(carries))
    same(field, Reflect.get(error, field), wanted);
  if (message && !message.test(error.message))
    faults.push(`message ${JSON.stringify(error.message)} not ${message}`);
  const shown = [
    String(error),
    error.stack,
    host.inspect(error),
    JSON.stringify(error),
    String(error.cause),
  ].join();
  // Every key of the table begins so, the bad ones too.
  if (shown.includes(key.slice(0, 10))) faults.push("the error shows the key");
  if (faults.length)
    faults.push(`got ${error.name}: ${error.message}, cause ${String(error.cause)}`);
  return faults;
}

/** `Date` stands for any time to come, `Array` for any array with something in it. */
function matches(actual: unknown, wanted: unknown): boolean {
  if (wanted === Date) return actual instanceof Date && actual.getTime() > Date.now();
  if (wanted === Array) return Array.isArray(actual) && actual.length > 0;
  return actual === wanted;
}

function judgeTime({ atMost = hung }: Case, milliseconds: number): string[] {
  if (milliseconds > atMost + slack) return [`took ${milliseconds} ms, expected at most ${atMost}`];
  return [];
}

function sameWebset(value: unknown): string | undefined {
  const { id, object } = Object(value);
  return id === webset.id && object === "webset"
    ? undefined
    : `resolved with ${JSON.stringify(value)}`;
}

/** Aborts so many milliseconds after the server saw the request. */
async function abortLater(
  controller: AbortController,
  delay: number,
  id: string,
  host: Host,
): Promise<void> {
  await arrived(host, id, 1);
  setTimeout(() => controller.abort("given up"), delay);
}

/** What the server saw of a case, as soon as there are so many requests; after a second whatever is there. */
async function arrived(host: Host, id: string, expected: number | "any") {
  for (let turn = 0; ; turn++) {
    const seen = await seenBy(host, id);
    if (expected === "any" || seen.own.length >= expected || turn === 50) return seen;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const fetchSeen = globalThis.fetch;

async function seenBy(host: Host, id: string): Promise<{ own: Seen[]; other: Seen[] }> {
  return (await fetchSeen(`${host.origins.own}/seen/${id}`)).json() as Promise<{
    own: Seen[];
    other: Seen[];
  }>;
}
