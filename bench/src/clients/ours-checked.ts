import { contract } from "../../../dist/contract.js";
import { createWebsetsClient } from "../../../dist/index.js";
import { key, type Make } from "./client.ts";

export const make: Make = (baseUrl) => {
  const client = createWebsetsClient({ apiKey: key, baseUrl, contract, strict: true });
  return (id, body) => client.update(id, body);
};
