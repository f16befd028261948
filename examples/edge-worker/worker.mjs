import { createWebsetsClient, WebsetsError } from "exa-websets-client";

export default {
  /** POST /<id> with the metadata as JSON. The key is a secret of the worker: `wrangler secret put EXA_API_KEY`. */
  async fetch(request, env) {
    const client = createWebsetsClient({ apiKey: env.EXA_API_KEY, baseUrl: env.WEBSETS_URL });
    try {
      const id = decodeURIComponent(new URL(request.url).pathname.slice(1));
      const options = { deadline: 10_000, signal: request.signal };
      const webset = await client.update(id, { metadata: await request.json() }, options);
      return Response.json({ updated: webset.id });
    } catch (error) {
      if (!(error instanceof WebsetsError)) throw error;
      return Response.json(error, { status: error.status ?? 502 });
    }
  },
};
