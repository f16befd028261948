import type { Guard, GuardOptions } from "../contract/guard.ts";
import type { Exchange } from "../findings/exchange.ts";
import type { OperationRow } from "../openapi/operation-row.ts";
import type { Limits } from "./call-options.ts";
import type { Hooks } from "./observe.ts";
import type { Runtime } from "./runtime.ts";
import type { Secrets } from "./secrets.ts";

/** What all calls of a client share. */
export interface Client extends GuardOptions {
  readonly runtime: Runtime;
  /** What every URL begins with, unless the contract has an operation elsewhere. */
  readonly baseUrl: string;
  /** The caller has said so: it holds for all operations. */
  readonly baseUrlGiven: boolean;
  /** Gives the key, not yet checked. */
  readonly key: () => unknown;
  readonly secrets: Secrets;
  readonly limits: Limits;
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly fetch?: typeof fetch | undefined;
  readonly fetchOptions?: object | undefined;
  readonly contract?: Guard | undefined;
  readonly hooks?: Hooks | undefined;
}

/** One call: what is sent, and how long it may be tried. */
export interface Call {
  readonly client: Client;
  readonly limits: Limits;
  readonly signal?: AbortSignal | undefined;
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  /** Text or bytes and no stream, so that it can be sent again. */
  readonly body: string | ArrayBuffer | undefined;
  /** Of the client and of this call's headers. */
  readonly secrets: Secrets;
  /** The request as others may see it. */
  readonly shown: Exchange["request"];
  /** What the contract says of it. Absent: nothing; any JSON, or nothing, is a success then. */
  readonly row: OperationRow | undefined;
  /** Whether the operation allows to repeat what may have been carried out. */
  readonly repeatable: boolean;
  /** An error made where the caller called: its stack is the one that helps. */
  readonly calledFrom: Error;
}
