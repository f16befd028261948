/** One client as the bench calls it: made for a base URL, then asked to update. Rejects where the answer is no success. */
export type Make = (baseUrl: string) => Update;
export type Update = (id: string, body: { metadata: Record<string, string> }) => Promise<unknown>;

/** Sent by all alike. */
export const key = "bench-key-0123456789";
