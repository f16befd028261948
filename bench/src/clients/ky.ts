import ky from "ky";
import { key, type Make } from "./client.ts";

export const make: Make = (baseUrl) => {
  const client = ky.create({ prefixUrl: baseUrl, headers: { "x-api-key": key } });
  return (id, body) =>
    client.post(`v0/websets/${encodeURIComponent(id)}`, { json: body }).json<unknown>();
};
