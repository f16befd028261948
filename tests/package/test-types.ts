import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { cache } from "./cache.ts";
import { pack } from "./consumer.ts";

/** The oldest compiler that is promised, and the newest of each major version. */
const versions = ["5.4", "5", "6", "7"];

const resolutions = [
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "esnext", moduleResolution: "bundler" },
];

/** What a consumer writes; `@ts-expect-error` fails the compilation where there is no error. */
const program = `
import { createWebsetsClient, RateLimitError, WebsetsError, type Webset } from "exa-websets-client";
import { checkExchange, contract, type Finding } from "exa-websets-client/contract";
import { faults, startMock, websetFixture } from "exa-websets-client/testing";

export async function rename(id: string): Promise<Webset> {
  const mock = await startMock({ port: 0 });
  const client = createWebsetsClient({
    apiKey: async () => "key",
    baseUrl: mock.baseUrl,
    contract,
    fetch: faults.rateLimited({ retryAfter: 1, times: 1 }),
    onFinding: (finding: Finding) => console.log(finding.id),
  });
  try {
    const { data, attempts, requestId } = await client.update(id, { title: "T" }).withResponse();
    const told: [number, string | undefined] = [attempts, requestId];
    console.log(told);
    const status: "idle" | "pending" | "running" | "paused" = data.status;
    console.log(status, data.title?.length);
    // @ts-expect-error a field that the API does not have
    await client.update(id, { name: "x" });
    // @ts-expect-error a value that is no string
    await client.update(id, { metadata: { k: 1 } });
    // @ts-expect-error a title may be null
    data.title.length;
    return data;
  } catch (error) {
    if (error instanceof RateLimitError) console.log(error.retryAt?.getTime());
    if (error instanceof WebsetsError) console.log(error.delivery satisfies string);
    throw error;
  }
}

export const findings: readonly Finding[] = checkExchange({
  request: { method: "POST", url: "/v0/websets/a", headers: {}, body: "{}" },
  response: { status: 200, headers: {}, body: JSON.stringify(websetFixture({ id: "a" })) },
});
`;

const { consumer } = await pack();
let failed = 0;
try {
  writeFileSync(join(consumer, "consumer.ts"), program);
  for (const wanted of versions) {
    const folder = cache.install(`typescript-${wanted}`, `typescript@${wanted}`);
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    for (const resolution of resolutions) {
      const problem = compile(join(folder, "bin/tsc"), resolution);
      if (problem !== undefined) failed++;
      const verdict = problem === undefined ? "ok" : `failed\n${problem}`;
      process.stdout.write(`TypeScript ${version} ${resolution.moduleResolution}: ${verdict}\n`);
    }
  }
} finally {
  rmSync(dirname(consumer), { recursive: true });
}
process.exitCode = failed ? 1 : 0;

/** Compiles the consumer, the package's own declarations included. @returns what the compiler said, if it failed. */
function compile(tsc: string, resolution: (typeof resolutions)[number]): string | undefined {
  const compilerOptions = {
    ...resolution,
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  };
  const config = { compilerOptions, files: ["consumer.ts"] };
  writeFileSync(join(consumer, "tsconfig.json"), JSON.stringify(config));
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, "-p", consumer], {
    encoding: "utf8",
  });
  return status === 0 ? undefined : stdout + stderr;
}
