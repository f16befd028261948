import { createConfig, lint } from "@redocly/openapi-core";
import { namesOf } from "../../src/json/pointer.ts";
import { child } from "./schema.ts";

/** What a linter says of a place. */
export interface LintProblem {
  readonly rule: string;
  readonly severity: "error" | "warning";
  readonly pointer: string;
  readonly message: string;
}

/** Redocly's recommended rules, but for those that are checked here, and better. */
const rules = {
  "no-invalid-media-type-examples": "off",
  "no-invalid-parameter-examples": "off",
  "no-invalid-schema-examples": "off",
  "no-unresolved-refs": "off",
  // A concrete path goes before a template (OpenAPI 3.1, section 4.8.8.2): nothing about it is ambiguous.
  "no-ambiguous-paths": "off",
  "no-identical-paths": "error",
  // Told by the table of operations, which knows what a name is for.
  "operation-operationId": "off",
} as const;

/** What to do, where the rule's own message does not say it. */
const remedies: Readonly<Record<string, string>> = {
  "info-license": "name the license under info.license",
  "no-empty-servers": "name a server under servers",
  "no-enum-type-mismatch": "make the values of enum be of the type, or change the type",
  "no-identical-paths": "keep one of them, and put its operations together",
  "no-path-trailing-slash": "leave the slash out",
  "no-server-trailing-slash": "leave the slash out",
  "no-unused-components": "use it or delete it",
  "operation-2xx-response": "describe what a success answers with",
  "operation-4xx-response": "describe what a refusal answers with",
  "operation-operationId-unique": "give each operation one of its own",
  "operation-parameters-unique": "keep one of them",
  "operation-summary": "say in one line what it does",
  "path-parameters-defined": "describe each {name} of the path with in: path, and nothing else",
  "path-not-include-query": "describe what stands behind ? as parameters with in: query",
  "security-defined": "describe it under components.securitySchemes, or say security: [] for none",
  struct: "see the OpenAPI 3.1 specification",
};

/** Lints a file by Redocly's recommended rules. Columns come from the pointer, as those of all other problems do. */
export async function lintContract(file: string): Promise<LintProblem[]> {
  const config = await createConfig({ extends: ["recommended"], rules });
  const problems = await lint({ ref: file, config });
  return problems.map(({ ruleId, message, severity, location }) => {
    const remedy = remedies[ruleId] ?? "see the rule in Redocly's documentation";
    const said = message.trim().replace(/\.$/, "");
    const found = location[0]?.pointer ?? "";
    // Redocly ends this one with the id itself.
    const pointer =
      ruleId === "operation-operationId-unique" ? found.replace(/[^/]*$/, "operationId") : found;
    return {
      rule: ruleId,
      severity: severity === "error" ? "error" : "warning",
      pointer: child("", ...namesOf(decodeURI(pointer.replace(/^#/, "")))),
      message: `${said}: ${remedy} (${ruleId})`,
    };
  });
}
