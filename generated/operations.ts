// Generated from openapi/websets.yaml by `npm run generate`. Do not edit.
// biome-ignore-all lint: generated
import type { CallPromise, MethodOptions, PagePromise, QueryOptions } from "../src/http/method.ts";
import type { OperationRow } from "../src/openapi/operation-row.ts";
import type { components, operations as Documented } from "./types.ts";

/** The changes to make to a Webset. */
export type UpdateWebset = components["schemas"]["UpdateWebset"];
/** A collection of results, with the searches, imports, enrichments and monitors that feed it. */
export type Webset = components["schemas"]["Webset"];
/** Some of the account's Websets. */
export type WebsetPage = components["schemas"]["WebsetPage"];
/** What to create. */
export type CreateWebset = components["schemas"]["CreateWebset"];

/** The operations by the names of the client's methods. */
export const operations = {
  update: {"method":"POST","path":"/v0/websets/{id}","body":"required","identity":[["id"],["object","webset"]],"repeat":true},
  get: {"method":"GET","path":"/v0/websets/{id}","query":["expand"],"identity":[["id"],["object","webset"]],"repeat":true},
  delete: {"method":"DELETE","path":"/v0/websets/{id}","identity":[["id"],["object","webset"]],"repeat":true},
  cancel: {"method":"POST","path":"/v0/websets/{id}/cancel","identity":[["id"],["object","webset"]],"repeat":true},
  list: {"method":"GET","path":"/v0/websets","query":["cursor","limit"],"identity":[["data"]],"repeat":true,"page":{"cursor":"cursor","items":"data","next":"nextCursor"}},
  create: {"method":"POST","path":"/v0/websets","body":"required","identity":[["id"],["object","webset"]],"repeat":"externalId"},
} as const satisfies Readonly<Record<string, OperationRow>>;

/** Where the API is, unless a client is told otherwise. */
export const server = "https://api.exa.ai/websets";

/** The header that carries the API key, and what stands before the key in it. */
export const keyHeader = "x-api-key";
export const keyPrefix = "";

/** The header of an answer that names the call. */
export const requestIdHeader = "x-request-id";

/** Tags of refusals that mean another status than the answer has. */
export const tags: Readonly<Record<string, number>> = {"INVALID_API_KEY":401};

/** What each documented refusal is called: its error class, without "Error". */
export const statuses = {
  /** The call was not understood. A bad API key gets this status, too. */
  400: "BadRequest",
  /** The API key is missing or invalid. */
  401: "Authentication",
  /** The account has no credits left. */
  402: "PaymentRequired",
  /** The API key may not do this. */
  403: "PermissionDenied",
  /** There is no Webset of this id or externalId. */
  404: "NotFound",
  /** The call contradicts something that exists, for example another Webset's externalId. */
  409: "Conflict",
  /** The call was understood and cannot be carried out. */
  422: "UnprocessableEntity",
  /** Too many calls in a short time. Wait and try again. */
  429: "RateLimit",
  /** The API failed. */
  500: "InternalServer",
  /** Something in front of the API got no proper answer from it. */
  502: "BadGateway",
  /** The API is down or overloaded for now. */
  503: "ServiceUnavailable",
  /** Something in front of the API got no answer in time. */
  504: "GatewayTimeout",
} as const;

/** The methods of a client, one for each operation. */
export interface WebsetsMethods {
  /**
   * Update a Webset
   *
   * Changes the metadata or the title of one Webset and answers with the whole Webset as it is afterwards. Searches,
   * enrichments and monitors cannot be changed here. It is not documented whether the `metadata` sent replaces the
   * stored map or is merged into it. Read the Webset returned, and send the whole map if you depend on either.
   * @param id The Webset's `id`, or the `externalId` that you gave it. An `externalId` can be any text, so encode it
   * as one path segment.
   * @param body What to change. A property that is left out stays as it is.
   * @returns The Webset as it is after the call; a deleted one as it was.
   * @throws WebsetsError, as a rejection; of the API's refusals BadRequestError (400), AuthenticationError (401),
   * PaymentRequiredError (402), PermissionDeniedError (403), NotFoundError (404), ConflictError (409),
   * UnprocessableEntityError (422), RateLimitError (429), InternalServerError (500), BadGatewayError (502),
   * ServiceUnavailableError (503), GatewayTimeoutError (504)
   */
  update(id: string, body: UpdateWebset, options?: MethodOptions): CallPromise<Webset>;
  /**
   * Get a Webset
   *
   * Answers with one Webset, and with its items where they are asked for.
   * @param id The Webset's `id`, or the `externalId` that you gave it. An `externalId` can be any text, so encode it
   * as one path segment.
   * @param options `expand`, and those of every call.
   * @returns The Webset, with its items where they were asked for.
   * @throws WebsetsError, as a rejection; of the API's refusals BadRequestError (400), AuthenticationError (401),
   * PaymentRequiredError (402), PermissionDeniedError (403), NotFoundError (404), ConflictError (409),
   * UnprocessableEntityError (422), RateLimitError (429), InternalServerError (500), BadGatewayError (502),
   * ServiceUnavailableError (503), GatewayTimeoutError (504)
   */
  get(id: string, options?: MethodOptions & QueryOptions<NonNullable<Documented["getWebset"]["parameters"]["query"]>>): CallPromise<Webset>;
  /**
   * Delete a Webset
   *
   * Deletes one Webset with all that it holds and answers with the Webset as it was.
   * @param id The Webset's `id`, or the `externalId` that you gave it. An `externalId` can be any text, so encode it
   * as one path segment.
   * @returns The Webset as it is after the call; a deleted one as it was.
   * @throws WebsetsError, as a rejection; of the API's refusals BadRequestError (400), AuthenticationError (401),
   * PaymentRequiredError (402), PermissionDeniedError (403), NotFoundError (404), ConflictError (409),
   * UnprocessableEntityError (422), RateLimitError (429), InternalServerError (500), BadGatewayError (502),
   * ServiceUnavailableError (503), GatewayTimeoutError (504)
   */
  delete(id: string, options?: MethodOptions): CallPromise<Webset>;
  /**
   * Cancel a Webset
   *
   * Stops the searches and enrichments of one Webset that still run, and answers with the Webset.
   * @param id The Webset's `id`, or the `externalId` that you gave it. An `externalId` can be any text, so encode it
   * as one path segment.
   * @returns The Webset as it is after the call; a deleted one as it was.
   * @throws WebsetsError, as a rejection; of the API's refusals BadRequestError (400), AuthenticationError (401),
   * PaymentRequiredError (402), PermissionDeniedError (403), NotFoundError (404), ConflictError (409),
   * UnprocessableEntityError (422), RateLimitError (429), InternalServerError (500), BadGatewayError (502),
   * ServiceUnavailableError (503), GatewayTimeoutError (504)
   */
  cancel(id: string, options?: MethodOptions): CallPromise<Webset>;
  /**
   * List Websets
   *
   * Answers with one page of the account's Websets.
   * @param options `cursor`, `limit`, and those of every call.
   * @returns One page of Websets.
   * @throws WebsetsError, as a rejection; of the API's refusals BadRequestError (400), AuthenticationError (401),
   * PaymentRequiredError (402), PermissionDeniedError (403), UnprocessableEntityError (422), RateLimitError (429),
   * InternalServerError (500), BadGatewayError (502), ServiceUnavailableError (503), GatewayTimeoutError (504)
   */
  list(options?: MethodOptions & QueryOptions<NonNullable<Documented["listWebsets"]["parameters"]["query"]>>): PagePromise<WebsetPage, WebsetPage["data"][number]>;
  /**
   * Create a Webset
   *
   * Creates a Webset and starts what it is to do: a search, enrichments, an import. The answer does not wait for any
   * of them.
   * @param body What the Webset is to hold and to do. All of it is optional.
   * @returns The Webset that was created. Its search has hardly begun.
   * @throws WebsetsError, as a rejection; of the API's refusals BadRequestError (400), AuthenticationError (401),
   * PaymentRequiredError (402), PermissionDeniedError (403), NotFoundError (404), ConflictError (409),
   * UnprocessableEntityError (422), RateLimitError (429), InternalServerError (500), BadGatewayError (502),
   * ServiceUnavailableError (503), GatewayTimeoutError (504)
   */
  create(body: CreateWebset, options?: MethodOptions): CallPromise<Webset>;
}
