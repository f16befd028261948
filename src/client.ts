import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "../generated/types.ts";
import { InvalidInputError, WebsetsError } from "./errors.ts";
import { checkKey, defaults } from "./http/input.ts";
import type { Runtime } from "./http/runtime.ts";
import { send } from "./http/send.ts";
import type { Answer, ApiKey, CallOptions, Settings } from "./http/settings.ts";
import { checkBaseUrl } from "./http/url.ts";

/** A Webset, as the API answers with it. */
export type Webset = components["schemas"]["Webset"];

/** What `update` may change. */
export type UpdateWebset = components["schemas"]["UpdateWebset"];

/** Options of `createWebsetsClient`; those of `UpdateOptions` are the defaults of each call. Times in ms. */
export interface ClientOptions extends Settings {
  /** Default: `EXA_API_KEY`, where an environment exists. A function is asked before each attempt. */
  readonly apiKey?: ApiKey;
  /** Default: `https://api.exa.ai/websets`. */
  readonly baseUrl?: string;
  /** Default: the global one, looked up at each attempt, so that test tools can replace it. */
  readonly fetch?: typeof fetch;
  /** Sent with every request. */
  readonly headers?: Record<string, string>;
  /** Allows plain http to a host that is not loopback. The key can then be read on its way. */
  readonly allowHttp?: boolean;
}

/** Options of one call. Times in ms. */
export interface UpdateOptions extends CallOptions {
  readonly headers?: Record<string, string>;
}

/** The data with all that came with it. */
export interface UpdateResult {
  readonly data: Webset;
  /** As `fetch` gave it. Its body has been read. */
  readonly response: Response;
  readonly requestId: string | undefined;
  readonly attempts: number;
}

/** Resolves to the Webset as it is after the update. */
export interface UpdatePromise extends Promise<Webset> {
  /** The same call with response, request id and number of attempts. */
  withResponse(): Promise<UpdateResult>;
}

/** See `createWebsetsClient`. */
export interface WebsetsClient {
  /**
   * Updates the Webset with this id or externalId.
   * @throws WebsetsError, as a rejection: one class for each kind of failure, see `docs/client.md`.
   */
  update(id: string, body: UpdateWebset, options?: UpdateOptions): UpdatePromise;
  /**
   * The typed openapi-fetch client on the same transport: key, time limits, retries, no redirects. Answers of the API
   * come back as `{ data, error, response }`; all else is thrown. Its middleware sees the calls of `update` too.
   */
  readonly raw: Client<paths>;
}

/**
 * A client for Exa's "Update a Webset".
 * @param runtime clock, timers and randomness, for tests.
 * @throws InvalidInputError for a key or base URL that must not be used; limits are checked by each call.
 */
export function createWebsetsClient(
  options: ClientOptions = {},
  runtime: Runtime = globalThis,
): WebsetsClient {
  let { apiKey, baseUrl = "https://api.exa.ai/websets", allowHttp, fetch, ...rest } = options;
  try {
    apiKey ??= process.env.EXA_API_KEY;
  } catch {} // a browser has no environment, and Deno may not let it be seen
  const key = typeof apiKey === "function" ? apiKey : () => apiKey;
  if (key !== apiKey) checkKey(apiKey);
  const base = checkBaseUrl(baseUrl, allowHttp);
  /** What openapi-fetch needs of a `Request`. A real one adds a quarter to the CPU that a call takes in Node. */
  function PlainRequest(url: string, init: object) {
    return { ...init, url, base, key, fetch, runtime };
  }
  const raw = createClient<paths>({
    ...defaults, // what stands here comes back in each init
    ...rest,
    baseUrl: base,
    Request: PlainRequest as unknown as typeof Request, // called with new, used as data
    fetch: send as unknown as (request: Request) => Promise<Response>, // which PlainRequest made
  });
  const update = (id: string, body: UpdateWebset, call?: UpdateOptions) =>
    raw
      .POST("/v0/websets/{id}", {
        ...(call as object), // the rest is the transport's
        params: { path: { id: typeof id === "string" ? id : (undefined as never) } },
        body,
        throws: true,
      })
      .then(
        ({ data, response }): UpdateResult => {
          const { requestId, attempts } = response as Answer;
          return { data: data as Webset, response, requestId, attempts };
        },
        (error) => {
          // What Headers and JSON.stringify throw may quote a secret: it is not kept.
          throw error instanceof WebsetsError
            ? error
            : new InvalidInputError("id and headers must be text, body JSON");
        },
      );
  return {
    raw,
    update(...args) {
      const result = update(...args);
      const data = result.then((answer) => answer.data);
      const withResponse = () => {
        data.catch(() => {}); // whoever asks for the whole result hears of its failure there
        return result;
      };
      return Object.assign(data, { withResponse });
    },
  };
}
