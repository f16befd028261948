import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { environmentOf, file, jobsOf, workflow } from "./workflow.ts";

const text = readFileSync(file, "utf8");
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
const inputs = Object.keys(workflow.on.workflow_call.inputs);

describe("the reusable workflow", () => {
  it("leaves out each job that nothing is asked of", () => {
    const run = (given: Record<string, string>, event = "schedule") =>
      jobsOf({ event, inputs: given });
    expect(run({})).toEqual(["recordings"]);
    expect(run({ recordings: "" })).toEqual([]);
    expect(run({ recordings: "", upstream: "a" })).toEqual(["upstream"]);
    expect(run({ recordings: "", webset: "a" })).toEqual(["live"]);
    expect(run({ upstream: "a", webset: "a" }, "pull_request")).toEqual(["recordings"]);
  });

  it("pins each action by commit, and says which version that is", () => {
    const uses = text.match(/uses: .*/g) ?? [];
    expect(uses.length).toBe(steps.filter((step) => step.uses !== undefined).length);
    for (const line of uses)
      expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("gives the shell no text of a caller's", () => {
    for (const { run = "" } of steps) expect(run).not.toContain("${{");
  });

  it.each(inputs)("hands on the input %s", (input) => {
    expect(text).toContain(`inputs.${input} `);
    const marked = { event: "schedule", inputs: { [input]: "marked" } };
    const values = steps.flatMap((step) => Object.values(environmentOf(step, marked)));
    expect(values).toContain("marked");
  });

  it("uses in a step each variable that it sets, and sets each that it uses", () => {
    for (const step of steps) {
      const used = new Set(step.run?.match(/(?<=\$)[A-Z_]+/g));
      expect([...used].sort()).toEqual(
        Object.keys(step.env ?? {})
          .filter((name) => name !== "EXA_API_KEY")
          .sort(),
      );
    }
  });
});
