import createClient from "openapi-fetch";
import type { WebsetsClient } from "../../../dist/index.js";
import { key, type Make } from "./client.ts";

export const make: Make = (baseUrl) => {
  const client: WebsetsClient["raw"] = createClient({
    baseUrl,
    headers: { "x-api-key": key },
  });
  return async (id, body) => {
    const { data, response } = await client.POST("/v0/websets/{id}", {
      params: { path: { id } },
      body,
    });
    if (!data) throw new Error(`${response.status}`);
    return data;
  };
};
