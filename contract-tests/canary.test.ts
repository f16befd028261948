import { expect, test } from "vitest";
import { checkExchange, matchOperation } from "../src/contract/index.ts";
import type { Exchange } from "../src/findings/exchange.ts";
import { operationsOf, type Schema } from "../src/openapi/description.ts";
import { exampleExchange } from "../src/openapi/examples.ts";
import { isJson } from "../src/openapi/media-type.ts";
import { change } from "./support/change.ts";
import { description, requests, responses } from "./support/contract.ts";
import { type Place, placesIn } from "./support/places.ts";
import { readAll } from "./support/recordings.ts";
import { replay } from "./support/replay.ts";

/*
 * Prism calls everything valid, and says nothing, when it cannot compile a schema. So for every schema something
 * that it must refuse is shown to it, and to checkExchange.
 */

const recordings = (await readAll()).map(({ exchange }) => exchange);

test.for(Object.keys((description.components as { schemas: object }).schemas))(
  "schema %s refuses what is wrong",
  async (schema) => {
    const [exchange, place] = whereUsed(schema);
    await expectRefusal(change(exchange, place.wrong.pointer, { set: place.wrong.value }));
  },
);

test.for(responses)(
  "the body of $status of $operation is looked at",
  async ({ operation, status }) => {
    const recorded = recordings.find(
      (one) => nameOf(one) === operation && one.response.status === status,
    );
    // What operations share is recorded once; the contract's examples stand in for the rest.
    const exchange = recorded ?? fromExamples(operation, status);
    const { headers, body } = exchange.response;
    const type = headers["content-type"] ?? "";
    if (body && isJson(type.split(";")[0] ?? ""))
      return expectRefusal(change(exchange, "/response/body", { set: [] }));
    // Of text any is right, and what has no body may have none. Prism looks at neither.
    const other = { headers: { "content-type": "image/png" }, body: "[]" };
    expectFinding({ ...exchange, response: { ...exchange.response, ...other } });
  },
);

function fromExamples(operation: string, status: number): Exchange {
  const named = operationsOf(description).find(({ name }) => name === operation);
  if (!named) throw new Error(`there is no ${operation}`);
  return exampleExchange(description, named, { status });
}

async function expectRefusal(exchange: Exchange) {
  expect(await replay(exchange)).toMatchObject({ accepted: false });
  expectFinding(exchange);
}

function expectFinding(exchange: Exchange) {
  expect(checkExchange(exchange).filter(({ level }) => level === "error")).not.toEqual([]);
}

/** The first recording in which the schema applies, and the place there. */
function whereUsed(schema: string): [Exchange, Place] {
  for (const exchange of recordings) {
    const { request, response } = exchange;
    const operation = nameOf(exchange);
    const asked = requests.find((one) => one.operation === operation);
    const answered = responses.find(
      (one) => one.operation === operation && one.status === response.status,
    );
    // What was sent is looked at only where it was not refused.
    const sent = response.status < 400 ? places(asked?.schema, request.body, "/request/body") : [];
    const place = [...sent, ...places(answered?.schema, response.body, "/response/body")].find(
      (one) => one.schema === schema,
    );
    if (place) return [exchange, place];
  }
  throw new Error(`no recording shows the schema ${schema}`);
}

function places(
  schema: Schema | undefined,
  body: string | null | undefined,
  pointer: string,
): Place[] {
  if (!schema || !body) return [];
  try {
    return [...placesIn(schema, JSON.parse(body), pointer)];
  } catch {
    return []; // a body that is no JSON has no places
  }
}

function nameOf({ request }: Exchange): string | undefined {
  return matchOperation(request.method, request.url)?.name;
}
