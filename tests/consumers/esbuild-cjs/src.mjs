import { createWebsetsClient, InvalidInputError } from "exa-websets-client";
import { contract } from "exa-websets-client/contract";

export async function run(baseUrl) {
  const client = createWebsetsClient({ apiKey: "k", baseUrl, contract });
  const { metadata } = await client.update("a", { metadata: { k: "v" } });
  const error = await client.update("a", { metadata: { k: 1 } }).catch((error) => error);
  return [metadata.k, error instanceof InvalidInputError, error.name].join(" ");
}
