import type { Middleware } from "openapi-fetch";
import type { Case, Group, World } from "../case.ts";
import { webset } from "../webset.ts";

const update = { metadata: webset.metadata };
type ClientOptions = Parameters<NonNullable<Case["act"]>>[1];

/** Calls with one middleware, the way that openapi-fetch documents. */
const rawWith =
  (middleware: Middleware) =>
  async ({ client }: World, options: ClientOptions): Promise<unknown> => {
    const { raw } = client.createWebsetsClient(options);
    raw.use(middleware);
    const { data } = await raw.POST("/v0/websets/{id}", {
      params: { path: { id: webset.id } },
      body: update,
    });
    return data;
  };

const documented: readonly (readonly [shown: string, Middleware])[] = [
  ["gives the request back", { onRequest: ({ request }) => request }],
  ["clones the request", { onRequest: ({ request }) => request.clone() }],
  [
    "makes a new request",
    { onRequest: ({ request }) => new Request(request, { headers: request.headers }) },
  ],
  ["sets a header", { onRequest: ({ request }) => request.headers.set("x-tenant", "t") }],
  ["makes a new response", { onResponse: ({ response }) => new Response(response.body, response) }],
];

export const middleware: Group = {
  name: "Middleware",
  happens: "Middleware of `raw` changes requests and responses, answers itself, or throws",
  get: "What openapi-fetch documents; the methods are not touched by it",
  cases: [
    ...documented.map(
      ([shown, middleware]): Case => ({
        name: `calls with a middleware that ${shown}`,
        happens: `a middleware of \`raw\` ${shown}`,
        get: "the call goes through it",
        act: rawWith(middleware),
      }),
    ),
    {
      name: "gives what a middleware answers itself",
      happens: "`onRequest` of `raw` gives a Response",
      get: "that is the answer; nothing is sent",
      requests: 0,
      act: rawWith({ onRequest: () => Response.json({ ...webset, title: "of the middleware" }) }),
      returns: ({ title }) => (title === "of the middleware" ? undefined : `title is ${title}`),
    },
    {
      name: "lets through what a middleware throws",
      happens: "`onResponse` of `raw` throws after the update was carried out",
      get: "that error as it is, and none that says `not-sent`",
      act: async (world, options) => {
        const thrown = new Error("of the middleware");
        const throwing: Middleware = {
          onResponse: () => {
            throw thrown;
          },
        };
        return rawWith(throwing)(world, options).then(
          () => ({ title: "resolved" }),
          (error) => ({ title: error === thrown ? "thrown" : String(error) }),
        );
      },
      returns: ({ title }) => (title === "thrown" ? undefined : `${title}`),
    },
    {
      name: "keeps middleware away from the methods",
      happens: "a middleware of `raw` throws, and `update` is called",
      get: "the Webset",
      act: async ({ client }, options) => {
        const made = client.createWebsetsClient(options);
        made.raw.use({
          onRequest: () => {
            throw new Error("of the middleware");
          },
        });
        return made.update(webset.id, update);
      },
    },
  ],
};
