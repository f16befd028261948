import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { pack } from "../package/consumer.ts";
import { environmentOf, jobsOf, type Run, workflow } from "./workflow.ts";

/*
 * `npm run test:workflow` runs the very steps of the reusable workflow as GitHub would, but for its actions, in a new
 * repository that has nothing but this package, packed as npm would publish it. It needs npm's registry.
 * Exit codes: 0 every step ended as expected, 1 one did not.
 */

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A run of the workflow, and what must come of it: the exit code of the last step, and what it must have said. */
interface Case extends Run {
  readonly rule: string;
  readonly job: string;
  readonly code: number;
  readonly says: RegExp;
}

const casesAt = (origin: string): readonly Case[] => [
  {
    rule: "recordings that fit pass",
    ...{
      job: "recordings",
      event: "pull_request",
      inputs: {},
      code: 0,
      says: /^(Clean|Passed): /m,
    },
  },
  {
    rule: "a recording whose name looks like an option is a file like any other",
    ...{ job: "recordings", event: "pull_request", inputs: { recordings: "*.har" } },
    ...{ code: 1, says: /^::error file=--help\.har,/m },
  },
  {
    rule: "a finding is shown in the file that it is about, and fails as told",
    ...{ job: "recordings", event: "pull_request" },
    inputs: { recordings: "*.har recordings/*.har", "fail-on": "none" },
    ...{ code: 0, says: /^::error file=--help\.har,line=\d+,/m },
  },
  {
    rule: "waivers may be YAML",
    ...{ job: "recordings", event: "pull_request", inputs: { waivers: "-waivers.yaml" } },
    ...{ code: 0, says: /^::warning file=-waivers\.yaml,line=1,title=waiver-unused::/m },
  },
  {
    rule: "recordings that there are not are no success",
    ...{ job: "recordings", event: "pull_request", inputs: { recordings: "nowhere/*.har" } },
    ...{ code: 2, says: /^exa-websets: .*nowhere\/\*\.har/m },
  },
  {
    rule: "the vendor's description differs from the contract by what is known",
    ...{ job: "upstream", event: "schedule", inputs: { upstream: `${origin}/upstream.yaml` } },
    ...{ code: 0, says: /^\d+ known differences/m },
  },
  {
    rule: "a change of it fails",
    ...{ job: "upstream", event: "schedule", inputs: { upstream: `${origin}/changed.yaml` } },
    ...{
      code: 1,
      says: /^::error title=[\w-]+::.*%0Ain .*http:\/\/127\.0\.0\.1:\d+\/changed\.yaml:\d+/m,
    },
  },
  {
    rule: "a change from a base in the repository is shown in the base",
    ...{ job: "upstream", event: "schedule" },
    inputs: { upstream: `${origin}/changed.yaml`, base: "-base.yaml" },
    ...{ code: 1, says: /^::error file=-base\.yaml,line=\d+,/m },
  },
  {
    rule: "a list of known differences is heard",
    ...{ job: "upstream", event: "schedule" },
    inputs: { upstream: `${origin}/changed.yaml`, base: "-base.yaml", known: "-known.yaml" },
    ...{ code: 0, says: /^\d+ known differences? /m },
  },
  {
    rule: "no live call is made without a key",
    ...{
      job: "live",
      event: "schedule",
      inputs: { webset: "-webset", "live-recording": "recordings/documented-sample.har" },
    },
    ...{ code: 2, says: /^exa-websets: .*EXA_API_KEY/m },
  },
];

/** A repository that uses the package: recordings, a base with a list of known differences, and waivers. */
async function makeRepository(folder: string): Promise<void> {
  const { tarball } = await pack();
  const upstream = readFileSync(
    join(root, "openapi/upstream/exa-websets.2026-03-12.reduced.yaml"),
    "utf8",
  );
  writeFileSync(join(folder, "package.json"), '{ "name": "scratch", "private": true }\n');
  cpSync(tarball, join(folder, "package.tgz"));
  await must(
    folder,
    "npm",
    "install",
    "--save-dev",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "./package.tgz",
  );
  mkdirSync(join(folder, "recordings"));
  for (const name of ["documented-sample.har", "every-property.har"])
    cpSync(join(root, "contract-tests/recordings", name), join(folder, "recordings", name));
  const recording = readFileSync(join(folder, "recordings/documented-sample.har"), "utf8");
  writeFileSync(
    join(folder, "--help.har"),
    recording.replaceAll('\\"status\\":\\"', '\\"status\\":\\"odd'),
  );
  writeFileSync(
    join(folder, "-waivers.yaml"),
    "- { rule: none, location: /none, reason: none, expires: 2999-12-31 }\n",
  );
  writeFileSync(join(folder, "-base.yaml"), upstream);
  writeFileSync(join(folder, "changed.yaml"), changed(upstream));
  await must(folder, "git", "init", "--quiet");
  await must(folder, "npm", "install", "--no-save", "--ignore-scripts", "yaml@2.9.1");
  const diff = ["diff", "--write-known=-known.yaml", "--", "-base.yaml", "changed.yaml"];
  await must(folder, "node_modules/.bin/exa-websets", ...diff);
}

/** The description with a change that breaks. */
function changed(description: string): string {
  const after = description.replace(
    /( {4}Webset:\n(?:.*\n)*?) {8}externalId:/,
    "$1        externalKey:",
  );
  if (after === description) throw new Error("nothing was changed");
  return after;
}

/** Runs a command to its end. Not in step with this process, which serves descriptions meanwhile. */
function run(cwd: string, command: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  const [file = "", ...args] = command;
  return new Promise<{ code: number; output: string }>((resolve) => {
    execFile(file, args, { cwd, env }, (error, stdout, stderr) => {
      const code = error ? Number(error.code ?? -1) : 0;
      resolve({ code, output: stdout + stderr });
    });
  });
}

async function must(cwd: string, ...command: string[]): Promise<void> {
  const { code, output } = await run(cwd, command);
  if (code !== 0) throw new Error(`${command.join(" ")}: ${output}`);
}

/** Runs the steps of a job one after the other, as GitHub does: the first that fails ends it. */
async function runJob(
  folder: string,
  { job, ...rest }: Case,
): Promise<{ code: number; output: string }> {
  let output = "";
  for (const step of workflow.jobs[job]?.steps ?? []) {
    if (step.run === undefined) continue;
    // What a step gets on GitHub's machines, and nothing of this process's own settings.
    const { PATH = "", HOME = "" } = process.env;
    const env = { PATH, HOME, CI: "true", GITHUB_WORKSPACE: folder, ...environmentOf(step, rest) };
    const done = await run(folder, ["bash", "-e", "-c", step.run], env);
    output += done.output;
    if (done.code !== 0) return { code: done.code, output };
  }
  return { code: 0, output };
}

async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "exa-websets-workflow-"));
  const server = createServer(({ url = "" }, response) => {
    const name = url === "/changed.yaml" ? "changed.yaml" : "-base.yaml";
    response.end(readFileSync(join(folder, name)));
  });
  let failed = 0;
  try {
    await makeRepository(folder);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const cases = casesAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    for (const one of cases) {
      const { code, output } = await runJob(folder, one);
      const isRight = jobsOf(one).includes(one.job) && code === one.code && one.says.test(output);
      process.stdout.write(`${isRight ? "ok  " : "FAIL"} ${one.job}: ${one.rule}\n`);
      if (isRight) continue;
      failed++;
      process.stdout.write(
        `     exit code ${code}, expected ${one.code} and ${one.says}\n${output}\n`,
      );
    }
    process.stdout.write(`${cases.length - failed} of ${cases.length} as they should be.\n`);
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main();
