import type { Check } from "./violation.ts";

/** A contract whose schemas are compiled: what `generated/contract.ts` exports. */
export interface CompiledContract {
  /** The documented server URLs, without a trailing slash. */
  readonly servers: readonly string[];
  /** Concrete paths before templates that they fit, too (OpenAPI 3.1, section 4.8.8.2). */
  readonly operations: readonly Operation[];
}

/** One operation of the contract. */
export interface Operation {
  /** `METHOD /path/{template}`, as findings name it. */
  readonly name: string;
  readonly method: string;
  /** Matches the path below the server's base; a group for each path parameter. */
  readonly path: RegExp;
  /** The path's parameters, in its order. */
  readonly pathParameters: readonly (Parameter & { readonly name: string })[];
  /** The documented query parameters by name. */
  readonly query: Readonly<Record<string, Parameter>>;
  /** The documented request headers, not those that carry credentials or that OpenAPI has elsewhere. */
  readonly headers: Headers;
  /** Header names, one alternative a row; a request satisfies one of them. Empty: no security. */
  readonly security: readonly (readonly string[])[];
  /** Servers of its own, which take the place of the contract's. */
  readonly servers?: readonly string[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
  /** What of the request a success must repeat. */
  readonly echo?: readonly Echo[];
}

/** A documented response: its headers, and its body by media type. No content: no body belongs there. */
interface Response {
  readonly headers: Headers;
  readonly content: Content;
}

/** Checks by media type, in lower case, without parameters. */
export type Content = Readonly<Record<string, Check>>;

/** Headers by their names in lower case. */
export type Headers = Readonly<Record<string, Parameter>>;

/** What a text is read as where it can be; else it stays text, and its schema refuses it. */
export type Scalar = "string" | "number" | "boolean";

/** A documented parameter or header: how its text becomes a value (OpenAPI 3.1, section 4.8.12.3), and the check of it. */
export interface Parameter {
  readonly required: boolean;
  /** The type of the value, or of each of its items; `json` where the text is a JSON text. */
  readonly as: Scalar | "json";
  /** An array: what stands between its items, or `repeat` where the parameter is there once for each. */
  readonly list?: "," | " " | "|" | "repeat";
  /** An object in the style `deepObject`, as in `name[member]=value`: the types of its members. */
  readonly members?: Readonly<Record<string, Scalar>>;
  readonly check: Check;
}

/** From `x-echo`: what of the request must be found again in a successful answer. */
export interface Echo {
  /** A parameter's name, or a JSON Pointer into the body. */
  readonly request:
    | { readonly in: "path" | "query" | "header"; readonly name: string }
    | { readonly in: "body"; readonly pointer: string };
  /** JSON Pointers into the answer; one of them has the value. */
  readonly response: readonly string[];
}
