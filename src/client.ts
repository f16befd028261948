import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "../generated/types.ts";
import { ApiError } from "./errors.ts";
import type { Answer, CallOptions, Settings } from "./http/call.ts";
import {
  type ApiKey,
  checkHeaders,
  checkKey,
  invalid,
  keyOfEnvironment,
  limits,
} from "./http/input.ts";
import { type Runtime, system } from "./http/runtime.ts";
import { send } from "./http/send.ts";
import { checkBaseUrl, fillPath } from "./http/url.ts";

/** A Webset, as the API answers with it. */
export type Webset = components["schemas"]["Webset"];

/** What `update` may change. */
export type UpdateWebset = components["schemas"]["UpdateWebset"];

/** Options of `createWebsetsClient`; those of `UpdateOptions` are the defaults of each call. Times in ms. */
export interface ClientOptions extends Omit<Partial<Settings>, "base" | "runtime"> {
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
   * come back as `{ data, error, response }`; all else is thrown. Its middleware sees its own calls only.
   */
  readonly raw: Client<paths>;
}

/**
 * A client for Exa's "Update a Webset".
 * @throws InvalidInputError where an option must not be used: key, base URL, header, number.
 */
export function createWebsetsClient(options: ClientOptions = {}): WebsetsClient {
  return createClientIn(system, options);
}

/** `createWebsetsClient` with its clock, timers and randomness handed in. For tests. */
export function createClientIn(runtime: Runtime, options: ClientOptions): WebsetsClient {
  const base = checkBaseUrl(options.baseUrl ?? "https://api.exa.ai/websets", options.allowHttp);
  const apiKey = options.apiKey ?? keyOfEnvironment() ?? "";
  if (typeof apiKey !== "function") checkKey(apiKey);
  limits(options);
  const settings: Settings = { ...options, base, apiKey, runtime };
  const common = {
    baseUrl: base,
    headers: checkHeaders(options.headers),
    pathSerializer: fillPath,
  };
  const core = createClient<paths>({
    ...common,
    Request: PlainRequest as unknown as typeof Request,
  });
  return {
    update(id, body, call = {}) {
      const result = update(core, settings, id, body, call);
      const data = result.then((answer) => answer.data);
      const withResponse = () => {
        data.catch(() => {}); // whoever asks for the whole result hears of its failure there
        return result;
      };
      return Object.assign(data, { withResponse });
    },
    raw: createClient<paths>({ ...common, fetch: (request) => sendRaw(settings, request) }),
  };
}

/** What openapi-fetch needs of a `Request`. A real one would cost as much as the rest of the call. */
function PlainRequest(url: string, init: RequestInit) {
  return { ...init, url };
}

async function update(
  core: Client<paths>,
  settings: Settings,
  id: string,
  body: UpdateWebset,
  call: UpdateOptions,
): Promise<UpdateResult> {
  if (typeof body !== "object" || !body || Array.isArray(body))
    throw invalid("body must be an object");
  let answer: Answer | undefined;
  await core.POST("/v0/websets/{id}", {
    params: { path: { id } },
    body,
    headers: checkHeaders(call.headers),
    bodySerializer: toJson,
    parseAs: "stream", // the answer has been read
    async fetch(request) {
      // PlainRequest made it: the body is what toJson wrote
      answer = await send(settings, request as Request & { body: string }, call, isWebset);
      return answer.response;
    },
  });
  const { data, response, attempts } = answer as Answer; // set, or POST has thrown
  return {
    data: data as Webset,
    response,
    requestId: response.headers.get("x-request-id") ?? undefined,
    attempts,
  };
}

/** Enough to know a Webset from anything else; the contract checks the rest. */
function isWebset(data: unknown): data is Webset {
  const { id, object } = (data ?? {}) as Record<string, unknown>;
  return typeof id === "string" && object === "webset";
}

function toJson(body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch (cause) {
    throw invalid("body must be JSON", cause);
  }
}

/** openapi-fetch copies the options of its caller that it does not know onto the request. */
async function sendRaw(settings: Settings, request: Request & CallOptions): Promise<Response> {
  const { url, method, headers } = request;
  const body = (await request.text()) || undefined;
  try {
    const { response, text } = await send(
      settings,
      { url, method, headers: new Headers(headers), body },
      request,
    );
    return new Response(text, response);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status > 599) throw error;
    const { status, headers, body } = error;
    return new Response(typeof body === "string" ? body : JSON.stringify(body), {
      status,
      headers,
    });
  }
}
