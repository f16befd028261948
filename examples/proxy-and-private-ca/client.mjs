import { createWebsetsClient } from "exa-websets-client";
import { Agent, fetch, ProxyAgent } from "undici";

/**
 * `fetch` is undici's own: the one that is global in Node takes dispatchers of its own version of undici alone. Without
 * a proxy, the environment variable NODE_EXTRA_CA_CERTS does the same for an authority and needs no code.
 */
export function createClient({ proxy, ca, ...options }) {
  const dispatcher = proxy
    ? new ProxyAgent({ uri: proxy, requestTls: { ca } })
    : new Agent({ connect: { ca } });
  return createWebsetsClient({ ...options, fetch, fetchOptions: { dispatcher } });
}
