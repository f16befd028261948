/** Prepares a client to be measured: calls one after the other, as a script would make them. */
import type { Make } from "./clients/client.ts";
import { updateBody } from "./samples.ts";

export const prepare = async ({ client, baseUrl }: { client: string; baseUrl: string }) => {
  const { make } = (await import(new URL(`clients/${client}.js`, import.meta.url).href)) as {
    make: Make;
  };
  const update = make(baseUrl);
  const { object } = (await update("webset_1", updateBody)) as { object?: string };
  if (object !== "webset") throw new Error("the answer is no Webset");
  return async (times: number) => {
    for (let i = 0; i < times; i++) await update("webset_1", updateBody);
  };
};
