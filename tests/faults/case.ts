import type { contract } from "../../src/contract/index.ts";
import type * as Client from "../../src/index.ts";
import type { Webset } from "../../src/index.ts";

/** Where the matrix runs. One name for all versions of Node. */
export type Runtime = "node" | "bun" | "deno" | "workerd" | "chromium";

/** Certificates of the faulty server: each is of the private authority, which runtimes are told to trust, but the self-signed one. */
export type Certificate = "trusted" | "self-signed" | "wrong-host" | "expired";

/** Where the faulty server stands. */
export interface Origins {
  readonly own: string;
  /** A port where nobody listens. */
  readonly refused: string;
  readonly tls: Readonly<Record<Certificate, string>>;
}

/** The installed package, as a consumer imports it. */
export interface Package {
  readonly client: typeof Client;
  readonly contract: typeof contract;
}

/** What one case may touch: the package, where the faulty server stands, and what a caller would hold. */
export interface World extends Package {
  readonly runtime: Runtime;
  /** Base URLs of this case at servers with TLS, by what their certificate is. */
  readonly tls: Readonly<Record<Certificate, string>>;
  /** What the server saw of this case so far. */
  readonly seen: () => Promise<readonly Seen[]>;
  /** Base URL of this case at the faulty server; what arrives below it is recorded under the case's name. */
  readonly baseUrl: string;
  /** Base URL at a loopback port where nobody listens. */
  readonly refused: string;
  readonly key: string;
}

type ClientOptions = NonNullable<Parameters<typeof Client.createWebsetsClient>[0]>;

/** Options of the client that a case sets, as a caller without types might: values may be wrong on purpose. */
type Options = { readonly [name in keyof ClientOptions]?: unknown };

export type Coding = "gzip" | "br" | "zstd";

/** What the server does with one request. `status` 200 and a valid Webset where nothing else is said. */
export interface Answer {
  readonly status?: number;
  /** `null`: not this header, which is sent where nothing is said. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Text or bytes of the body; an object is sent as JSON. */
  readonly body?: string | Uint8Array | object | null;
  /** Sent as a body of so many spaces before the JSON, in chunks. */
  readonly padding?: number;
  /** What the body is coded with, in this order; the header `Content-Encoding` says so. */
  readonly encode?: readonly Coding[];
  /** Of the coded body, only so many bytes are sent. */
  readonly cut?: number;
  /** Written to the connection as it is, before the answer, or instead of it where there is a `close` fault. */
  readonly raw?: string;
  /** `Location`, with `{own}` and `{other}` for the case's place at the two origins. */
  readonly location?: string;
  /** `Retry-After` as an HTTP date so many seconds from now, rounded up to the next whole second. */
  readonly retryDate?: number;
  /** What breaks below HTTP, and when. */
  readonly fault?:
    | "reset"
    | "close"
    | "hang"
    | "slow"
    | "reset-in-body"
    | "close-in-body"
    | "close-after"
    | "hang-in-body"
    | "drip"
    | "endless";
}

/** The result that a case must have. `deliveries` and `attempts` are what the error says of itself. */
export interface Throws {
  /** Its class; more than one where the clock decides. */
  readonly error: string | readonly string[];
  readonly delivery?: "not-sent" | "rejected" | "unknown";
  readonly attempts?: number;
  /** Fields that the error carries, by name; `Date` for a time to come, `Array` for an array that is not empty. */
  readonly carries?: Readonly<Record<string, unknown>>;
  /** What the message says. */
  readonly message?: RegExp;
}

/** One row of the matrix. Data and small functions that run in every runtime. */
export interface Case {
  /** What the client does: a rule in the present tense, unique in the table. */
  readonly name: string;
  /** For the documentation: what goes wrong, and what the caller gets. */
  readonly happens: string;
  readonly get: string;
  /** What the server does, request by request; the last answer repeats. */
  readonly answers?: readonly Answer[];
  readonly options?: Options | ((world: World) => Options);
  readonly id?: unknown;
  readonly body?: unknown;
  /** Options of the call itself. */
  readonly call?: Readonly<Record<string, unknown>>;
  /** When the caller gives up: before the call, or so many milliseconds after its request arrived. */
  readonly abort?: "before" | number;
  /** Replaces the usual `createWebsetsClient(options).update(id, body, call)`. */
  readonly act?: (world: World, options: ClientOptions) => Promise<unknown>;
  /** `Throws`, or a check of the value that returns what is wrong with it. Without either: the Webset of the server. */
  readonly throws?: Throws;
  readonly returns?: (value: Webset & Record<string, unknown>, world: World) => string | undefined;
  /** The server keeps connections open; else it closes each after one answer. */
  readonly keepAlive?: boolean;
  /** The last request comes over a connection that an earlier one of the case came over. */
  readonly reuses?: boolean;
  /** Least time between a request and the next, in milliseconds, and most; without `most`: no bound. */
  readonly waits?: readonly (readonly [least: number, most?: number])[];
  /** How many requests the server sees; 1 where nothing is said. */
  readonly requests?: number | "any";
  /** The last segment of the path that arrives; `webset_1` where nothing is said. */
  readonly segment?: string;
  /** Body that arrives with every request; the JSON of `body` where nothing is said. */
  readonly sends?: string;
  /** Key that arrives with every request. */
  readonly sendsKey?: string;
  /** The call's duration in milliseconds. */
  readonly atMost?: number;
  /** Runs after all others, because it changes what is global, or shares it. */
  readonly alone?: boolean;
  /** Why a runtime cannot run the case. */
  readonly skip?: Partial<Record<Runtime, string>>;
  /** What a runtime shows differently, with the reason in `because`. */
  readonly unless?: Partial<
    Record<
      Runtime,
      Partial<Throws> & { readonly requests?: number | "any"; readonly because: string }
    >
  >;
}

/** Cases that belong together, under one heading of the documentation. */
export interface Group {
  readonly name: string;
  /** For the short table of the README: what goes wrong, and what the caller gets. */
  readonly happens: string;
  readonly get: string;
  readonly cases: readonly Case[];
}

/** One request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly key: string | null;
  readonly contentType: string | null;
  /** Which connection it came over, counted from 0. */
  readonly connection: number;
  /** When it came, in milliseconds of the server's clock. */
  readonly at: number;
  body: string;
}

/** Result of one case in one runtime. */
export interface Result {
  readonly group: string;
  readonly name: string;
  readonly state: "passed" | "failed" | "skipped";
  /** What is wrong, or why it was skipped. */
  readonly reason?: string;
  /** Whether nothing went unhandled while the case ran: what would end the caller's process. */
  readonly lives: boolean;
  readonly milliseconds: number;
}

/** Everything that one runtime has to say. */
export interface Outcome {
  readonly results: readonly Result[];
  readonly unhandled: readonly string[];
}
