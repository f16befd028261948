import { type ClientOptions, createWebsetsClient, type UpdateWebset } from "../client.ts";
import type { Exchange } from "../contract/exchange.ts";

/**
 * Makes one real update and gives what went over the wire, also where the answer was a refusal or no Webset. The key
 * is masked in it; all else is as it was.
 * @throws WebsetsError where there was no answer.
 */
export async function recordUpdate(
  options: ClientOptions,
  id: string,
  body: UpdateWebset,
): Promise<Exchange> {
  let last: Exchange | undefined;
  const hooks: ClientOptions["hooks"] = {
    request() {
      last = undefined; // what an earlier attempt got is not this one's answer
    },
    response({ request, response }) {
      last = { request, response };
    },
  };
  let failure: unknown;
  await createWebsetsClient({ ...options, hooks })
    .update(id, body)
    .catch((error: unknown) => {
      failure = error;
    });
  if (last) return last;
  throw failure;
}
