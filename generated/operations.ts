// A stand-in until `npm run generate` makes this file: the shape that was agreed upon.
// biome-ignore-all lint: generated
import type { components } from "./types.ts";
import type { CallOptions } from "../src/http/call-options.ts";
import type { CallPromise, PagePromise } from "../src/http/call-promise.ts";
import type { OperationRow } from "../src/openapi/operation-row.ts";

const webset = [["id"], ["object", "webset"]] as const;

/** The client's methods, by name. */
export const operations = {
  list: { method: "GET", path: "/v0/websets", query: ["cursor", "limit"], identity: [["data"]], repeat: true, page: { cursor: "cursor", items: "data", next: "nextCursor" } },
  create: { method: "POST", path: "/v0/websets", body: "required", identity: webset, repeat: "externalId" },
  get: { method: "GET", path: "/v0/websets/{id}", query: ["expand"], identity: webset, repeat: true },
  update: { method: "POST", path: "/v0/websets/{id}", body: "required", identity: webset, repeat: true },
  delete: { method: "DELETE", path: "/v0/websets/{id}", identity: webset, repeat: true },
  cancel: { method: "POST", path: "/v0/websets/{id}/cancel", identity: webset, repeat: true },
} as const satisfies Record<string, OperationRow>;

export const server = "https://api.exa.ai/websets";

export const keyHeader = "x-api-key";

/** The header of an answer that names the request. */
export const requestIdHeader = "x-request-id";

/** The name of each documented refusal. */
export const statuses = {
  400: "BadRequest",
  401: "Authentication",
  402: "PaymentRequired",
  403: "PermissionDenied",
  404: "NotFound",
  409: "Conflict",
  422: "UnprocessableEntity",
  429: "RateLimit",
  500: "InternalServer",
  502: "BadGateway",
  503: "ServiceUnavailable",
  504: "GatewayTimeout",
} as const;

type Webset = components["schemas"]["Webset"];

/** What `list` answers with. */
export interface ListWebsets {
  data: Webset[];
  hasMore: boolean;
  nextCursor: string | null;
}

/** What `create` takes. */
export interface CreateWebset {
  search?: { query: string; count?: number };
  externalId?: string;
  metadata?: Record<string, string>;
}

/** The client's methods. */
export interface WebsetsMethods {
  /** Lists all Websets: a page, and an async iterator over the Websets of all pages. */
  list(options?: CallOptions & { readonly cursor?: string | undefined; readonly limit?: number | undefined }): PagePromise<ListWebsets, Webset>;
  /** Creates a Webset. */
  create(body: CreateWebset, options?: CallOptions): CallPromise<Webset>;
  /** Gives the Webset with this id or externalId. */
  get(id: string, options?: CallOptions & { readonly expand?: readonly "items"[] | undefined }): CallPromise<Webset & { items?: unknown[] }>;
  /** Updates the Webset with this id or externalId. */
  update(id: string, body: components["schemas"]["UpdateWebset"], options?: CallOptions): CallPromise<Webset>;
  /** Deletes the Webset with this id or externalId, and answers with it. */
  delete(id: string, options?: CallOptions): CallPromise<Webset>;
  /** Cancels the running searches of the Webset with this id or externalId. */
  cancel(id: string, options?: CallOptions): CallPromise<Webset>;
}
