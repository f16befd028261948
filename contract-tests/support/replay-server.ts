import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Exchange } from "../../src/findings/exchange.ts";

/** What the replay server is told to answer; the text goes out as it is. */
export type Answer = Exchange["response"];

/** The header that says which of the answers a request wants. Prism passes it on. */
export const replayHeader = "x-replay";

const answersPath = "/_answers";

/** A server that keeps the answers posted to it and gives each to the request that names it. */
export async function startReplayServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const answers: Answer[] = [];
  const server = createServer(async (request, response) => {
    if (request.url === answersPath) {
      // Only `replayAnswer` below posts here.
      answers.push(JSON.parse(await text(request)) as Answer);
      response.end(String(answers.length - 1));
      return;
    }
    request.resume();
    const { status, headers, body } = answerFor(request, answers);
    response.writeHead(status, headers).end(body ?? undefined);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // a string only for a pipe
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Leaves an answer with the replay server; the name is what `x-replay` must say to get it. */
export async function replayAnswer(replayUrl: string, answer: Answer): Promise<string> {
  const response = await fetch(replayUrl + answersPath, {
    method: "POST",
    body: JSON.stringify(answer),
  });
  return response.text();
}

function answerFor(request: IncomingMessage, answers: readonly Answer[]): Answer {
  const name = request.headers[replayHeader];
  const answer = answers[Number(name)];
  return (
    answer ?? { status: 500, headers: { "content-type": "text/plain" }, body: `no answer ${name}` }
  );
}
