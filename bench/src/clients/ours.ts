import { createWebsetsClient } from "../../../dist/index.js";
import { key, type Make } from "./client.ts";

export const make: Make = (baseUrl) => {
  const client = createWebsetsClient({ apiKey: key, baseUrl });
  return (id, body) => client.update(id, body);
};
