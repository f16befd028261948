import { checkExchange } from "../../../dist/contract.js";
import { updateBody } from "../samples.ts";
import type { Checker } from "./check.ts";

const headers = { "content-type": "application/json", "x-api-key": "key" };
const request = {
  method: "POST",
  url: "https://api.exa.ai/websets/v0/websets/webset_1",
  headers,
  body: JSON.stringify(updateBody),
};
const found = (body: string) =>
  checkExchange({ request, response: { status: 200, headers, body } }).length;

/** The whole exchange from its text: URL, headers, media type, both bodies parsed and checked. */
export const make = (): Checker => ({
  accepts: (value) => found(JSON.stringify(value)) === 0,
  work(inputs) {
    let next = 0;
    return (times) => {
      let findings = 0;
      for (let i = 0; i < times; i++) {
        findings += found(inputs[next]?.text ?? "");
        next = (next + 1) % inputs.length;
      }
      if (findings > 0) throw new Error(`${findings} findings in good exchanges`);
    };
  },
});
