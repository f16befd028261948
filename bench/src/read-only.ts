/**
 * The yardstick for traffic: reads a file and parses its lines, and does no more; with `bodies` it parses the bodies in
 * them too, as every check must. Prints how many lines there were.
 */
import { createReadStream } from "node:fs";

const [file = "", bodies] = process.argv.slice(2);
const newline = 10;

interface Line {
  readonly request: { readonly body: string };
  readonly response: { readonly body: string };
}

let lines = 0;
let rest: Buffer = Buffer.alloc(0);
for await (const chunk of createReadStream(file, { highWaterMark: 2 ** 18 })) {
  const bytes = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
  let from = 0;
  for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
    const { request, response } = JSON.parse(bytes.toString("utf8", from, end)) as Line;
    if (!bodies || (JSON.parse(request.body) && JSON.parse(response.body))) lines++;
    from = end + 1;
  }
  rest = bytes.subarray(from);
}
process.stdout.write(`${lines}\n`);
