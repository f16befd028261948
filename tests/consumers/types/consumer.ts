import { createWebsetsClient, RateLimitError, type Webset, WebsetsError } from "exa-websets-client";
import { checkExchange, contract, type Finding } from "exa-websets-client/contract";
import { faults, startMock, websetFixture } from "exa-websets-client/testing";

export async function rename(id: string): Promise<Webset> {
  const mock = await startMock({ port: 0 });
  const client = createWebsetsClient({
    apiKey: async () => "key",
    baseUrl: mock.baseUrl,
    contract,
    fetch: faults.rateLimited({ retryAfter: 1, times: 1 }),
    onFinding: (finding: Finding) => console.log(finding.id),
  });
  try {
    const { data, attempts, requestId } = await client.update(id, { title: "T" }).withResponse();
    const told: [number, string | undefined] = [attempts, requestId];
    console.log(told);
    const status: "idle" | "pending" | "running" | "paused" = data.status;
    console.log(status, data.title?.length);
    // @ts-expect-error a field that the API does not have
    await client.update(id, { name: "x" });
    // @ts-expect-error a value that is no string
    await client.update(id, { metadata: { k: 1 } });
    // @ts-expect-error a title may be null
    data.title.length;
    return data;
  } catch (error) {
    if (error instanceof RateLimitError) console.log(error.retryAt?.getTime());
    if (error instanceof WebsetsError) console.log(error.delivery satisfies string);
    throw error;
  }
}

export const findings: readonly Finding[] = checkExchange({
  request: { method: "POST", url: "/v0/websets/a", headers: {}, body: "{}" },
  response: { status: 200, headers: {}, body: JSON.stringify(websetFixture({ id: "a" })) },
});

// What a service passes on must have types that its own declarations can name.
const shared = createWebsetsClient({ apiKey: "k" });
export const raw = shared.raw;
export const update = shared.update;
export const pending = shared.update("a", {});
export default shared;
