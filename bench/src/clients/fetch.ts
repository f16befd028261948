import { key, type Make } from "./client.ts";

/** What a user would write by hand. */
export const make: Make = (baseUrl) => async (id, body) => {
  const response = await fetch(`${baseUrl}/v0/websets/${encodeURIComponent(id)}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-api-key": key },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
};
