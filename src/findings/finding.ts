/** How bad a finding is: `error` breaks a consumer, `warning` may, `info` is worth knowing. */
export type Level = "error" | "warning" | "info";

/** A JSON value (RFC 8259). */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** Where a finding was seen: a file (or `-` for standard input), and the line (1-based) or HAR entry (0-based). */
export interface Source {
  readonly file: string;
  readonly line?: number;
  readonly entry?: number;
}

/**
 * One thing that is not as the contract says. Data and no prose: `describe` in `rules.ts` turns it into a sentence.
 *
 * `location` is a JSON Pointer (RFC 6901) into what was checked: into the exchange
 * (`/response/body/searches/0/status`), or into the OpenAPI description (`/paths/~1v0~1…`).
 */
export interface Finding {
  /** The rule's id: kebab-case and stable. */
  readonly id: string;
  readonly level: Level;
  /** `METHOD /path/{template}` as the contract writes it, `METHOD webhook name` for a webhook; `""` where no operation is concerned. */
  readonly operation: string;
  /** All operations that one cause touches, where they are several; `operation` is the one that `args` speaks of. */
  readonly operations?: readonly string[];
  readonly location: string;
  /** What the rule's sentence needs, by name. Never a secret. */
  readonly args: Readonly<Record<string, Json>>;
  readonly source?: Source;
  /** The place in the other of two descriptions that it was compared with; the nearest where nothing is there. */
  readonly opposite?: Source;
}

/** One row of a rule table. The tables of all areas together are the documentation of every finding. */
export interface Rule {
  readonly id: string;
  readonly level: Level;
  /** Which way the data flows that the rule speaks of; `none` where neither. */
  readonly direction: "request" | "response" | "none";
  /** What the rule looks at, for example `status`, `header`, `body`, `coverage`, `waiver`. */
  readonly area: string;
  /** The sentence, with `{name}` where an arg of the finding goes. */
  readonly text: string;
  /**
   * Names of the args that tell two findings of this rule at one location apart, such as the status that is
   * not documented. Without it they are one finding with a count.
   */
  readonly key?: readonly string[];
  /** Names of the args that hold data of the traffic: a report shows their shape, unless values are asked for. */
  readonly values?: readonly string[];
}

/** The finding as one sentence: the rule's text with the finding's args put in. */
export function describe(finding: Pick<Finding, "id" | "args">, rule: Pick<Rule, "text">): string {
  return rule.text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = finding.args[name];
    return typeof value === "string" ? value : JSON.stringify(value ?? null);
  });
}
