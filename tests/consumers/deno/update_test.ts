import { createWebsetsClient, NotFoundError } from "exa-websets-client";
import { contract } from "exa-websets-client/contract";
import { websetFixture } from "exa-websets-client/testing";

declare const Deno: {
  test(name: string, run: () => Promise<void>): void;
  env: { get(name: string): string | undefined };
};

Deno.test("updates over the wire", async () => {
  const client = createWebsetsClient({
    apiKey: "k",
    baseUrl: Deno.env.get("WEBSETS_URL"),
    contract,
  });
  const webset = await client.update("a", { metadata: { k: "v" } });
  if (webset.id !== "a") throw new Error(`${webset.id}`);
  const error = await client.update("missing", {}).catch((error: unknown) => error);
  if (!(error instanceof NotFoundError)) throw error;
  if (websetFixture().object !== "webset") throw new Error("no fixture");
});
