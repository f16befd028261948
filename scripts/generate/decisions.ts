import { ContractError, child } from "./schema.ts";
import { type Part, walk } from "./walk.ts";

/**
 * Where a contract goes against what this project has decided on (docs/contract.md, "Choices"): what would be valid
 * OpenAPI, and harm whoever relies on it.
 */
export function againstDecisions(document: unknown): ContractError[] {
  const parts = [...walk(document)];
  const answers = inAnswers(parts);
  return parts.flatMap(({ kind, value, pointer, side }) => {
    if (kind !== "schema") return [];
    const isAnswer = side === "response" || answers.has(pointer);
    return [
      ...("nullable" in value
        ? [
            new ContractError(
              child(pointer, "nullable"),
              `"nullable" means nothing in OpenAPI 3.1: write type: [string, "null"], or oneOf with type: "null" beside a $ref`,
            ),
          ]
        : []),
      ...(isAnswer && "default" in value
        ? [
            new ContractError(
              child(pointer, "default"),
              `"default" in an answer makes the types promise what may be absent: leave it out, and say it in the description`,
            ),
          ]
        : []),
    ];
  });
}

/** The places of the component schemas, and of all inside them, that an answer refers to, however far away. */
function inAnswers(parts: readonly Part[]): ReadonlySet<string> {
  const schemas = parts.filter(({ kind }) => kind === "schema");
  const reached = new Set<string>();
  const queue = schemas.filter(({ side }) => side === "response");
  for (const { value } of queue) {
    if (typeof value.$ref !== "string") continue;
    const target = value.$ref.slice(1);
    if (reached.has(target)) continue;
    for (const part of schemas) {
      if (part.pointer !== target && !part.pointer.startsWith(`${target}/`)) continue;
      reached.add(part.pointer);
      queue.push(part);
    }
  }
  return reached;
}
