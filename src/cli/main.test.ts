import { describe, expect, it } from "vitest";
import { operations } from "../../generated/operations.ts";
import manifest from "../../package.json" with { type: "json" };
import { faultLine, main } from "./main.ts";

/** Runs the command line and gives its exit code and what it wrote. */
async function run(...argv: string[]) {
  const written = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof written) => ({
    write: (text: string) => (written[name] += text),
  });
  const io = { stdin: process.stdin, stdout: stream("stdout"), stderr: stream("stderr"), env: {} };
  return { code: await main(argv, io), ...written };
}

const names = [...Object.keys(operations), "mock", "check", "diff", "record", "merge"];

describe("exa-websets", () => {
  it.each(["--help", "-h", "help"])("lists every command for %s", async (flag) => {
    const { code, stdout, stderr } = await run(flag);
    expect([code, stderr]).toEqual([0, ""]);
    for (const name of names) expect(stdout).toMatch(new RegExp(`^  ${name} +[A-Z]`, "m"));
  });

  it("says what to type, with exit code 2, when nothing was asked for", async () => {
    const { code, stdout, stderr } = await run();
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^Usage: exa-websets <command>/);
  });

  it.each(["nope", "__proto__", "constructor"])(
    "refuses the command %s in one line",
    async (name) => {
      const { code, stderr } = await run(name);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^exa-websets: unknown command .*the commands are update, .*\n$/);
    },
  );

  it.each([
    [["chekc"], "did you mean check?"],
    [["check", "a.har", "--fromat", "json"], "did you mean --format?"],
    [["check", "a.har", "--xyz"], "see --help"],
  ])("%j: %s", async (argv, advice) => {
    const { code, stderr } = await run(...argv);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`; ${advice}\n`)]);
  });

  it.each(names)("help %s is what its --help is, and shows how it is called", async (name) => {
    const help = await run("help", name);
    expect(help).toEqual(await run(name, "--help"));
    expect(help.stdout).toMatch(new RegExp(`^ +(\\S+ .*)?exa-websets ${name}\\b`, "m"));
  });

  it.each([
    ["a command", ["no\u001b[31m\n::error::x##[group]\u202e"]],
    ["an option", ["check", "--no\u001b[31m\r::error::x##[group]"]],
    ["a format", ["check", "a.har", "--format", "\n::error::x"]],
    ["an output", ["check", "a.har", "--out", "no\n::error::x/a"]],
    ["a report", ["merge", "no\n::error::x"]],
    ["a description", ["diff", "no\n::error::x"]],
    ["a recording", ["record", "id", "--metadata", "a=b", "--file", "no\n::error::x"]],
    ["a long name", ["merge", "n".repeat(100_000)]],
  ])("refuses %s in one visible line that is no command of a runner", async (_, argv) => {
    const { code, stdout, stderr } = await run(...argv);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^exa-websets: [^\p{Cc}\p{Cf}]+\n$/u);
    expect(stderr).not.toMatch(/::|##\[/);
    expect(stderr.length).toBeLessThan(2100);
  });

  it("reports a file that is not there in visible lines that are no commands of a runner", async () => {
    const { code, stdout } = await run("check", "no\u009b31m\n::error::x##[group]");
    expect(code).toBe(2);
    expect(stdout).toMatch(/could not be read: there is no such file/);
    expect(stdout).not.toMatch(/::|##\[|[^\P{Cc}\n]/u);
  });

  it("says its version", async () => {
    expect(await run("--version")).toEqual({
      code: 0,
      stdout: `${manifest.version}\n`,
      stderr: "",
    });
  });

  it.each(names)("explains %s, whatever else was typed", async (name) => {
    const { code, stdout } = await run(name, "--no-such-option", "--help");
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Usage: exa-websets ${name}`));
  });

  it("takes nothing after -- for an option", async () => {
    const { code, stderr } = await run("diff", "--", "-h", "--help");
    expect([code, stderr]).toEqual([2, "exa-websets: -h: there is no such file\n"]);
  });

  it.each(names)("refuses an unknown option of %s in one line", async (name) => {
    const { code, stdout, stderr } = await run(name, "--no-such-option");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^exa-websets: .*--no-such-option.*\n$/);
  });

  it("takes an error that no command expected for its own fault, not for drift: exit code 2", async () => {
    const stderr: string[] = [];
    const broken = () => {
      throw new TypeError("no such rule\n    at somewhere");
    };
    const io = { stdin: process.stdin, stdout: { write: broken }, env: {} };
    const code = await main(["--version"], {
      ...io,
      stderr: { write: (text) => stderr.push(text) },
    });
    expect([code, stderr.join("")]).toEqual([
      2,
      "exa-websets: this is a fault of exa-websets, please report it with the command: TypeError: no such rule\n",
    ]);
  });

  it("shows neither the key nor without end what such an error says", () => {
    const env = { EXA_API_KEY: "secret-key" };
    expect(faultLine(new Error("header secret-key"), env)).toMatch(/Error: header \*\*\*$/);
    expect(faultLine("x".repeat(10_000), {}).length).toBeLessThan(600);
  });
});
