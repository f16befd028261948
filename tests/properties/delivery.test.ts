import { expect, test } from "vitest";
import * as client from "../../src/index.ts";
import { findDeliveryLies } from "./delivery.ts";
import { carrying, refusals, startDeliveryServer } from "./delivery-server.ts";

test("never calls an update not-sent or rejected that was carried out, and repeats none where it must not", async () => {
  const server = await startDeliveryServer();
  try {
    const lies = await findDeliveryLies({
      client,
      url: server.url,
      steps: [...carrying, ...refusals],
      seed: 20_261_125,
      calls: 200,
      atOnce: 50,
    });
    expect(lies).toEqual([]);
  } finally {
    await server.close();
  }
}, 60_000);
