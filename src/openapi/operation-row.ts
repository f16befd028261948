/** One operation of the contract, as the client calls it: a row of generated/operations.ts. Kept small: it is in every bundle. */
export interface OperationRow {
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";
  /** The path template below the server's URL, as the contract writes it. */
  readonly path: string;
  /** Whether a body is sent; absent: none. */
  readonly body?: "required" | "optional";
  /** The body's media type where it is not JSON. */
  readonly mediaType?: string;
  /** The names of the query parameters: those of the options that go into the URL. */
  readonly query?: readonly string[];
  /** How the query is written where one of its arrays is joined into one value; absent: repeated for each item. */
  readonly serializeQuery?: (query: Readonly<Record<string, unknown>>) => string;
  /** How a body is written that is not JSON; gives `undefined` for what cannot be. */
  readonly serializeBody?: (body: unknown) => string | undefined;
  /**
   * What a success must have to be taken for the thing that was asked for: property names, with the constant
   * that each must equal where the contract gives one. Absent: any JSON (or nothing) will do. From `x-identity` of the schema.
   */
  readonly identity?: readonly (readonly [property: string, constant?: string])[];
  /** A success that is not JSON: text of another type, or nothing. */
  readonly answer?: "text" | "nothing";
  /**
   * May a call whose delivery is unknown be repeated? `true`: always (safe or idempotent method/operation);
   * a property's name: where the body carries it. Absent: never.
   */
  readonly repeat?: true | string;
  /** Cursor pagination: which query parameter takes the cursor, which properties of the answer hold the items and the next cursor. */
  readonly page?: { readonly cursor: string; readonly items: string; readonly next: string };
  /** The base URL, where the operation has one of its own. */
  readonly server?: string;
  /** The header that carries the key and what stands before the key in it, where they are not the contract's. */
  readonly key?: readonly [header: string, prefix: string];
}
