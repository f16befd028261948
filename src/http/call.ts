import type { Guard, GuardOptions } from "../contract/guard.ts";
import type { Exchange } from "../findings/exchange.ts";
import type { OperationRow } from "../openapi/operation-row.ts";
import type { Limits } from "./call-options.ts";
import type { Hooks } from "./observe.ts";
import type { Progress } from "./progress.ts";
import type { Runtime } from "./runtime.ts";
import type { Secrets } from "./secrets.ts";

/** What all calls of a client share: its options, checked, and what was made of them. */
export interface Client extends Limits, GuardOptions {
  readonly runtime: Runtime;
  /** What every URL begins with, unless the contract has an operation elsewhere. */
  readonly baseUrl: string;
  /** The caller has said so: it holds for all operations. */
  readonly baseUrlGiven: boolean;
  /** Gives the key, checked and known to `secrets`. */
  readonly key: () => Promise<string>;
  readonly secrets: Secrets;
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly fetch?: typeof fetch | undefined;
  readonly fetchOptions?: object | undefined;
  readonly contract?: Guard | undefined;
  readonly hooks?: Hooks | undefined;
}

/** One call: the client's options and its own, what is sent, and how far it came. */
export interface Call extends Client {
  readonly signal?: AbortSignal | undefined;
  readonly method: string;
  readonly url: string;
  /** By lower-case name, without the key. */
  readonly headers: Readonly<Record<string, string>>;
  /** Text or bytes and no stream, so that it can be sent again. */
  readonly body: string | ArrayBuffer | undefined;
  /** The request as others may see it. */
  readonly shown: Exchange["request"];
  /** What the contract says of it. Absent: nothing; any JSON, or nothing, is a success then. */
  readonly row: OperationRow | undefined;
  readonly progress: Progress;
  /** An error made where the caller called: its stack is the one that helps. */
  readonly calledFrom: Error;
}
