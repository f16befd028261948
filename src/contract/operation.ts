import type { Check } from "./violation.ts";

/** A contract whose schemas are compiled: what `generated/contract.ts` exports. */
export interface CompiledContract {
  /** The documented server URLs, without a trailing slash. */
  readonly servers: readonly string[];
  readonly operations: readonly Operation[];
}

/** One operation of the contract. */
export interface Operation {
  /** `METHOD /path/{template}`, as findings name it. */
  readonly name: string;
  readonly method: string;
  /** Matches the path below the server's base; a group for each path parameter. */
  readonly path: RegExp;
  /** The documented query parameters' names. */
  readonly query: readonly string[];
  /** The documented request headers: parameters, and the headers that carry credentials. */
  readonly headers: Headers;
  /** Header names, one alternative a row; a request satisfies one of them. Empty: no security. */
  readonly security: readonly (readonly string[])[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
}

/** A documented response: its headers, and its body by media type. No content: no body belongs there. */
export interface Response {
  readonly headers: Headers;
  readonly content: Content;
}

/** Checks by media type, in lower case, without parameters. */
export type Content = Readonly<Record<string, Check>>;

/** Headers by their names in lower case. */
export type Headers = Readonly<Record<string, Header>>;

/** A documented header. */
export interface Header {
  readonly required: boolean;
  /** A header's text is read as a number or a boolean where its schema asks for one. */
  readonly as: "string" | "number" | "boolean";
  readonly check: Check;
}
