/** One operation of the contract, as the client calls it: a row of generated/operations.ts. Kept small: it is in every bundle. */
export interface OperationRow {
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";
  /** The path template below the server's URL, as the contract writes it. */
  readonly path: string;
  /** Names of the query parameters. Absent: none. */
  readonly query?: readonly string[];
  /** Whether a body is sent; absent: none. */
  readonly body?: "required" | "optional";
  /**
   * What a success must have to be taken for the thing that was asked for: property names, with the constant
   * that each must equal where the contract gives one. Absent: any JSON (or nothing) will do. From `x-identity` of the schema.
   */
  readonly identity?: readonly (readonly [property: string, constant?: string])[];
  /**
   * May a call whose delivery is unknown be repeated? `true`: always (safe or idempotent method/operation);
   * a property's name: where the body carries it. Absent: never.
   */
  readonly repeat?: true | string;
  /** Cursor pagination: which query parameter takes the cursor, which properties of the answer hold the items and the next cursor. */
  readonly page?: { readonly cursor: string; readonly items: string; readonly next: string };
}
