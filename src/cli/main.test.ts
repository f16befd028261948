import { describe, expect, it } from "vitest";
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

const names = ["update", "mock", "check", "diff", "record", "merge"];

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

  it("shows neither the key nor control characters nor without end what such an error says", () => {
    const env = { EXA_API_KEY: "secret-key" };
    expect(faultLine(new Error("header secret-key\u001b[2J"), env)).toMatch(
      /Error: header \*\*\*\\u001b\[2J$/,
    );
    expect(faultLine("x".repeat(10_000), {}).length).toBeLessThan(600);
  });
});
