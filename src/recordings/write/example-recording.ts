import type { Exchange } from "../../findings/exchange.ts";
import {
  type Description,
  type MediaType,
  type Message,
  type NamedOperation,
  resolve,
} from "../../openapi/description.ts";
import { type Choice, exampleExchange, examplesOf } from "../../openapi/examples.ts";
import type { Provenance } from "./write-har.ts";

/** What a recording that is laid out from the contract says of itself: no more than it is. */
export const exampleProvenance: Provenance = {
  origin: "documentation",
  note: "Laid out from the contract's own examples by `exa-websets record --mock`; no server sent it.",
};

/**
 * The first recording of an operation, before there is a real one: each example of its request, and each of its
 * successful answers. Of the refusals those that it shares with no other operation.
 */
export function exampleRecording(description: Description, named: NamedOperation): Exchange[] {
  const { requestBody, responses = {} } = named.operation;
  const requests = namesOf(description, requestBody);
  return Object.keys(responses)
    .filter((status) => /^2\d\d$/.test(status) || !responses[status]?.$ref)
    .flatMap((status) => {
      const answers = namesOf(description, responses[status]);
      const count = Math.max(requests.length, answers.length, 1);
      return Array.from({ length: count }, (_, index): Choice => {
        const request = requests[Math.min(index, requests.length - 1)];
        const response = answers[Math.min(index, answers.length - 1)];
        return {
          status: Number(status),
          ...(request !== undefined && { request }),
          ...(response !== undefined && { response }),
        };
      });
    })
    .map((choice) => dated(exampleExchange(description, named, choice, true)));
}

/** Every answer has a header, `Date` at least (RFC 9110, section 6.6.1): one without any says that none was kept. */
function dated({ request, response }: Exchange): Exchange {
  const isBare = Object.keys(response.headers).length === 0;
  const headers = isBare ? { date: "Thu, 01 Jan 2026 00:00:00 GMT" } : response.headers;
  return { request, response: { ...response, headers } };
}

function namesOf(description: Description, message: Message | undefined): string[] {
  const content = message && resolve(description, message).content;
  const [media]: (MediaType | undefined)[] = Object.values(content ?? {});
  return Object.keys(media ? examplesOf(description, media) : {});
}
