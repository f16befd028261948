import { createWebsetsClient, InvalidInputError } from "exa-websets-client";
import { contract } from "exa-websets-client/contract";

export async function update(): Promise<Response> {
  const client = createWebsetsClient({
    apiKey: "k",
    baseUrl: process.env.WEBSETS_URL ?? "",
    contract,
  });
  const { metadata } = await client.update("a", { metadata: { k: "v" } });
  const error = await client.update("", {}).catch((error: unknown) => error);
  return new Response(`${metadata.k} ${error instanceof InvalidInputError}`);
}
