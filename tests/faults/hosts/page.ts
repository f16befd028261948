// Chromium: the page's script leaves `runFaultMatrix` for whoever drives the browser.
import * as client from "exa-websets-client";
import { contract } from "exa-websets-client/contract";
import type { Origins } from "../case.ts";
import { runMatrix } from "../run.ts";
import { show } from "./show.ts";
import { collectUnhandled } from "./unhandled.ts";

const unhandled = collectUnhandled();

Object.assign(globalThis, {
  runFaultMatrix: (origins: Origins) =>
    runMatrix(
      { client, contract },
      { runtime: "chromium", origins, inspect: show, unhandled, atOnce: 4 },
    ),
});
