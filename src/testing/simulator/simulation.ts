import { contract } from "../../contract/index.ts";
import { aborted, transportFaults } from "../fault-responses.ts";
import { type Call, findCall, methodsAt } from "./contract.ts";
import { effects, type World } from "./effects.ts";
import { type FailOptions, FaultPlan, type PlannedFault, type SimulatedFault } from "./faults.ts";
import { type Entry, timestamp } from "./lifecycle.ts";
import { idPrefix, type StoredWebset } from "./new-objects.ts";
import { requestId, seededRandom, ulid } from "./random.ts";
import { type Quota, quotaHeaders, RateLimiter } from "./rate-limit.ts";
import { type Occasion, refusalBody, refusalStatus, type Subject } from "./refusals.ts";
import { sentence, websetOfSeed } from "./seeds.ts";
import type {
  Listening,
  ReceivedRequest,
  Simulator,
  SimulatorOptions,
  WebsetSeed,
} from "./simulator.ts";
import { Store } from "./store.ts";

/** When the clock of a test begins. */
const start = Date.UTC(2026, 0, 1);

/** What a request is answered with. */
interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: readonly [string, string][];
}

/** A request as it is worked on. */
interface Incoming {
  readonly request: Request;
  readonly text: string;
  readonly call: Call | undefined;
  readonly quota: Quota | undefined;
}

/** See `simulate`. */
export class Simulation implements Simulator {
  readonly #options: SimulatorOptions;
  readonly #store = new Store();
  readonly #faults = new FaultPlan();
  #requests: ReceivedRequest[] = [];
  #limiter: RateLimiter | undefined;
  #random: () => number = Math.random;
  #now = start;
  #listening: Promise<Listening> | undefined;

  constructor(options: SimulatorOptions) {
    this.#options = options;
    this.reset();
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const text = await request.text();
    this.#now += 1;
    const call = findCall(request.method, request.url);
    const received = describeRequest(request, text, call);
    const number = this.#requests.push(received);
    const quota = this.#limiter?.take(this.#time());
    const fault = this.#faults.take({ number, id: call?.parameters[0] }, this.#random);
    try {
      await delay(this.#options.latency ?? 0, request.signal);
      const response = await this.#respond({ request, text, call, quota }, fault);
      received.status = response.status;
      return response;
    } finally {
      this.#options.onRequest?.(received);
    }
  };

  get requests(): readonly ReceivedRequest[] {
    return this.#requests;
  }

  get websets(): readonly StoredWebset[] {
    return this.#store.all(this.#time()).map(({ webset }) => structuredClone(webset));
  }

  seed(...websets: readonly WebsetSeed[]): void {
    const maker = this.#world();
    const made = websets.map((webset, index) => websetOfSeed(webset, index, maker));
    for (const webset of made) this.#store.add({ webset });
  }

  reset(): void {
    const { seed = 1, rateLimit, websets = [] } = this.#options;
    this.#store.clear();
    this.#faults.clear();
    this.#requests = [];
    this.#random = seededRandom(seed);
    this.#limiter = rateLimit && new RateLimiter(rateLimit);
    this.#now = start;
    this.seed(...websets);
  }

  advance(ms: number): void {
    if (this.#options.clock) throw new TypeError("advance: this simulator was given a clock");
    this.#now += ms;
  }

  fail(fault: SimulatedFault, options: FailOptions = {}): void {
    this.#faults.add(fault, options);
  }

  async listen(port = 0): Promise<Listening> {
    if (this.#listening) throw new Error("listen: this simulator listens already; close it first");
    const closed = () => {
      this.#listening = undefined;
    };
    this.#listening = import("./listen.ts").then(({ listen }) => listen(this.fetch, port, closed));
    this.#listening.catch(closed);
    return this.#listening;
  }

  #time(): number {
    return this.#options.clock?.() ?? this.#now;
  }

  #world(): World {
    const now = this.#time();
    return {
      store: this.#store,
      now,
      timestamp: timestamp(now),
      metadata: this.#options.metadata ?? "replace",
      newId: (kind) => idPrefix(kind) + ulid(now, this.#random),
      find: (name) => this.#store.find(name, now) ?? this.#adopt(name),
    };
  }

  #adopt(id: string): Entry | undefined {
    if (this.#options.unknownIds !== "adopt") return undefined;
    this.seed({ id });
    return this.#store.find(id, this.#time());
  }

  async #respond(incoming: Incoming, planned: PlannedFault | undefined): Promise<Response> {
    if (planned === undefined) return this.#write(this.#answer(incoming), incoming);
    const { fault, options } = planned;
    if (options.carriedOut) this.#answer(incoming);
    if (typeof fault !== "number") return transportFaults[fault](incoming.request.signal, options);
    const { retryAfter } = options;
    const headers: [string, string][] =
      retryAfter === undefined ? [] : [["retry-after", String(retryAfter)]];
    return this.#write({ ...this.#refuse(incoming, fault), headers }, incoming);
  }

  /** Carries a request out. */
  #answer(incoming: Incoming): Answer {
    const { request, text, call, quota } = incoming;
    if (call === undefined) return this.#unrouted(incoming);
    if (quota?.exceeded) return this.#refuse(incoming, 429);
    const { apiKey, wrongKeyStatus = 400 } = this.#options;
    const headers = Object.fromEntries(request.headers);
    const sent = { method: request.method, url: request.url, headers, body: text };
    const findings = contract.checkRequest(sent).filter(({ level }) => level !== "info");
    const [finding] = findings;
    if (finding) {
      const { status, subject } = refusalStatus(findings);
      const reason = subject === "request" ? sentence(finding) : undefined;
      return this.#refuse(incoming, status, subject, reason);
    }
    if (apiKey !== undefined && !call.credentials.some((name) => headers[name] === apiKey))
      return this.#refuse(incoming, wrongKeyStatus, "credentials");
    return this.#carryOut(incoming, call);
  }

  #carryOut(incoming: Incoming, call: Call): Answer {
    const { operation } = call;
    if (operation.effect === undefined)
      return { status: operation.success, body: operation.examples(operation.success)[0] };
    const body = incoming.text === "" ? undefined : JSON.parse(incoming.text);
    const outcome = effects[operation.effect](call, body, this.#world());
    return "refused" in outcome
      ? this.#refuse(incoming, outcome.refused)
      : { status: operation.success, body: outcome.body };
  }

  #unrouted(incoming: Incoming): Answer {
    const { method, url } = incoming.request;
    const allowed = methodsAt(url);
    const reason = `The contract has no operation for ${method} ${pathOf(url)}`;
    const answer = this.#refuse(incoming, allowed.length > 0 ? 405 : 404, "request", reason);
    return { ...answer, headers: allowed.length > 0 ? [["allow", allowed.join(", ")]] : [] };
  }

  #refuse(
    { request, call }: Incoming,
    status: number,
    subject: Subject = "request",
    reason?: string,
  ): Answer {
    const occasion: Occasion = {
      path: pathOf(request.url),
      timestamp: timestamp(this.#time()),
      requestId: requestId(this.#random),
      ...(reason !== undefined && { reason }),
    };
    return { status, body: refusalBody(call?.operation, status, subject, occasion) };
  }

  #write({ status, body, headers = [] }: Answer, { call, quota }: Incoming): Response {
    const names = call?.operation.headerNames(status) ?? [];
    const counted = quota ? quotaHeaders(names, quota, this.#time()) : [];
    if (body === undefined)
      return new Response(null, { status, headers: [...counted, ...headers] });
    return new Response(JSON.stringify(body), {
      status,
      headers: [["content-type", "application/json; charset=utf-8"], ...counted, ...headers],
    });
  }
}

const credential = /key|token|secret|authorization|cookie/i;

function describeRequest(request: Request, text: string, call: Call | undefined): ReceivedRequest {
  const headers = [...request.headers].map(([name, value]): [string, string] => [
    name,
    credential.test(name) ? "[redacted]" : value,
  ]);
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    url: pathname + search,
    headers: Object.fromEntries(headers),
    body: parsed(text),
    operation: call?.operation.name,
  };
}

function parsed(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function pathOf(url: string): string {
  return new URL(url).pathname;
}

/** Resolves after so many ms; rejects once the signal fires. */
async function delay(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const passed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([passed, aborted(signal)]).finally(() => clearTimeout(timer));
}
