import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { describe } from "../../src/findings/finding.ts";
import { parseJson } from "../../src/json/parse-json.ts";
import { parseYaml } from "../../src/json/parse-yaml.ts";
import { rules } from "../../src/rules.ts";
import { findOasdiff, installedOasdiff } from "../oasdiff/binary.ts";
import { cache } from "../package/cache.ts";
import { compareWithRewrites, type Outcome, rewriteNames } from "./compare.ts";
import { type CorpusEntry, corpus } from "./descriptions.ts";
import type { JsonObject } from "./schema-name.ts";

const usage = `Usage: npm run test:corpus -- [name…] [--rewrite <name>…] [--oasdiff]

Compares real descriptions, installed from npm into node_modules/.cache, with themselves and with rewrites of
themselves that say the same, both ways round: nothing may be found.
  name       one of ${corpus.map(({ name }) => name).join(", ")}
  --rewrite  one of ${rewriteNames.join(", ")}
  --oasdiff  asks oasdiff as well, and installs its binary where it is missing
Exit codes: 0 nothing found, 1 something found, 2 wrong usage.
`;

async function load({ package: spec, file }: CorpusEntry): Promise<JsonObject> {
  const bytes = readFileSync(join(cache.install(spec.replace(/\W+/g, "-"), spec), file));
  const text = new TextDecoder().decode(bytes); // without the byte order mark that some have
  const { value } = file.endsWith(".json") ? parseJson(text) : await parseYaml(text);
  return value as JsonObject; // a description, as the list says
}

/** How many changes oasdiff tells; in its own words where it tells none. */
function askOasdiff(oasdiff: string, [base, revision]: Outcome["files"]): string {
  try {
    const said = execFileSync(oasdiff, ["changelog", base, revision, "-f", "json"], {
      encoding: "utf8",
      maxBuffer: 2 ** 30,
      stdio: ["ignore", "pipe", "pipe"],
    });
    return `${(JSON.parse(said || "[]") ?? []).length} changes`;
  } catch (error) {
    return `fails: ${String((error as { stderr?: string }).stderr)
      .trim()
      .split("\n")[0]
      ?.slice(0, 100)}`;
  }
}

function tell(outcome: Outcome, oasdiff: string | undefined): boolean {
  const { rewrite, findings, failure } = outcome;
  const beside = oasdiff === undefined ? "" : `   oasdiff: ${askOasdiff(oasdiff, outcome.files)}`;
  const count = failure ?? (findings.length === 0 ? "nothing" : `${findings.length} findings`);
  process.stdout.write(`  ${rewrite.padEnd(22)} ${count}${beside}\n`);
  for (const finding of findings.slice(0, 5)) {
    const rule = rules.get(finding.id) ?? { text: "" };
    process.stdout.write(
      `    ${finding.level} ${finding.id}: ${describe(finding, rule)}\n      ${finding.location}\n`,
    );
  }
  return failure === undefined && findings.length === 0;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rewrite: { type: "string", multiple: true, default: [...rewriteNames] },
      oasdiff: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const stranger =
    positionals.find((name) => !corpus.some((entry) => entry.name === name)) ??
    values.rewrite.find((name) => !rewriteNames.includes(name));
  if (stranger !== undefined || values.help) {
    (values.help ? process.stdout : process.stderr).write(usage);
    return values.help ? 0 : 2;
  }
  const oasdiff = values.oasdiff ? findOasdiff() : installedOasdiff();
  let failures = 0;
  let compared = 0;
  for (const entry of corpus) {
    if (positionals.length > 0 && !positionals.includes(entry.name)) continue;
    process.stdout.write(`${entry.name} (${entry.package}, ${entry.file})\n`);
    await compareWithRewrites(await load(entry), values.rewrite, (outcome) => {
      if (typeof outcome === "string") {
        process.stdout.write(`  ${outcome.padEnd(22)} does not apply\n`);
        return;
      }
      compared++;
      if (!tell(outcome, oasdiff)) failures++;
    });
  }
  process.stdout.write(`${compared} comparisons, of which ${failures} found something.\n`);
  return failures === 0 && compared > 0 ? 0 : 1;
}

process.exitCode = await main();
