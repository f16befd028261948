// workerd: a request with `?own=…&refused=…` runs the matrix and answers with its outcome.
import * as client from "exa-websets-client";
import { contract } from "exa-websets-client/contract";
import { runMatrix } from "../run.ts";
import { show } from "./show.ts";
import { collectUnhandled } from "./unhandled.ts";

const unhandled = collectUnhandled();

export default {
  async fetch(request: Request): Promise<Response> {
    const { searchParams } = new URL(request.url);
    const own = searchParams.get("own");
    const refused = searchParams.get("refused");
    if (!own || !refused) return new Response("ready");
    const host = { runtime: "workerd", own, refused, inspect: show, unhandled, atOnce: 4 } as const;
    return Response.json(await runMatrix({ client, contract }, host));
  },
};
