// workerd: a request with `?origins=…` runs the matrix and answers with its outcome.
import * as client from "exa-websets-client";
import { contract } from "exa-websets-client/contract";
import { runMatrix } from "../run.ts";
import { show } from "./show.ts";
import { collectUnhandled } from "./unhandled.ts";

const unhandled = collectUnhandled();

export default {
  async fetch(request: Request): Promise<Response> {
    const { searchParams } = new URL(request.url);
    const origins = searchParams.get("origins");
    if (!origins) return new Response("ready");
    const outcome = await runMatrix(
      { client, contract },
      { runtime: "workerd", origins: JSON.parse(origins), inspect: show, unhandled, atOnce: 4 },
    );
    return Response.json(outcome);
  },
};
