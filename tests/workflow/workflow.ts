import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** One step of a job, as GitHub's workflow syntax has it. */
export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The part of the reusable workflow that is looked at here. */
export interface Workflow {
  readonly on: {
    readonly workflow_call: {
      readonly inputs: Readonly<Record<string, { readonly default: string }>>;
      readonly secrets: Readonly<Record<string, unknown>>;
    };
  };
  readonly jobs: Readonly<Record<string, { readonly if: string; readonly steps: readonly Step[] }>>;
}

export const file = new URL("../../.github/workflows/drift.yml", import.meta.url);

/** The reusable workflow as it is written. */
export const workflow: Workflow = parse(readFileSync(file, "utf8"));

/** What a run of it is given. */
export interface Run {
  readonly event: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
}

/** Names of the jobs that such a run has. */
export function jobsOf(run: Run): string[] {
  return Object.entries(workflow.jobs).flatMap(([name, job]) => (holds(job.if, run) ? [name] : []));
}

/** The variables that a step's commands see. */
export function environmentOf(step: Step, run: Run): Record<string, string> {
  const values = Object.entries(step.env ?? {}).map(([name, text]) => [
    name,
    text.replace(/\$\{\{ *(.*?) *\}\}/g, (_, expression: string) => evaluate(expression, run)),
  ]);
  return Object.fromEntries(values);
}

/** The expressions that the workflow needs: comparisons with a constant, joined by `&&`. */
function holds(condition: string, run: Run): boolean {
  return condition.split("&&").every((part) => {
    const [, name = "", constant] = /^ *(\S+) *!= *'(.*)' *$/.exec(part) ?? [];
    if (constant === undefined) throw new Error(`a condition that is not known here: ${part}`);
    return evaluate(name, run) !== constant;
  });
}

function evaluate(expression: string, { event, inputs, secrets = {} }: Run): string {
  if (expression === "github.event_name") return event;
  const [, kind, name = ""] = /^(inputs|secrets)\.(\S+)$/.exec(expression) ?? [];
  const { workflow_call: call } = workflow.on;
  if (kind === "inputs" && Object.hasOwn(call.inputs, name))
    return inputs[name] ?? call.inputs[name]?.default ?? "";
  if (kind === "secrets" && Object.hasOwn(call.secrets, name)) return secrets[name] ?? "";
  throw new Error(`an expression that is not known here: ${expression}`);
}
