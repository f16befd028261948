import { child, entries, flag, type Node, text } from "../document.ts";
import { modelOf } from "../schemas/model.ts";
import { hasType } from "../schemas/types.ts";
import { mediaTypesOf } from "./bodies.ts";
import type { Comparison } from "./comparison.ts";
import { type Attempt, type Operation, type Parameter, parametersOf } from "./operations.ts";
import { compareSunset, removal } from "./sunset.ts";

/** Compares the path, query, header and cookie parameters of an operation. */
export function compareParameters(base: Operation, revision: Operation, to: Comparison): void {
  const attempt: Attempt = (at, part) => to.attempt(at, part);
  const [from, are] = [parametersOf(base, attempt), parametersOf(revision, attempt)];
  for (const key of [...new Set([...from.keys(), ...are.keys()])].sort()) {
    const [was, is] = [from.get(key), are.get(key)];
    to.part(was?.node, is?.node, () => {
      if (was && is) compareParameter(was, is, to);
      else if (was?.in === "path" || is?.in === "path")
        compareUndescribed(was, is, base, revision, to);
      else if (was) reportRemoved(was, to);
      else if (is)
        to.report(
          isRequired(is) ? "new-required-request-parameter" : "new-optional-request-parameter",
          is.node,
          argsOf(is),
        );
    });
  }
}

function compareParameter(base: Parameter, revision: Parameter, to: Comparison): void {
  const args = argsOf(revision);
  const at = child(revision.node, "required") ?? revision.node;
  to.attempt(at, () => {
    if (!isRequired(base) && isRequired(revision))
      to.report("request-parameter-became-required", at, args);
    if (isRequired(base) && !isRequired(revision))
      to.report("request-parameter-became-optional", at, args);
  });
  to.attempt(revision.node, () => {
    const [was, is] = [flag(base.node, "deprecated"), flag(revision.node, "deprecated")];
    const deprecatedAt = child(revision.node, "deprecated") ?? revision.node;
    if (!was && is) to.report("request-parameter-deprecated", deprecatedAt, args);
    if (was && !is) to.report("request-parameter-reactivated", revision.node, args);
    compareSunset(base.node, revision.node, "parameter", to, args);
  });
  to.attempt(revision.node, () => {
    const isSpread = [base, revision].every(({ node }) => isStructured(valueSchema(node)));
    const [from, is] = [serialization(base, isSpread), serialization(revision, isSpread)];
    if (from !== is)
      to.report("request-parameter-serialization-changed", revision.node, {
        ...args,
        from,
        to: is,
      });
  });
  to.schemas("request-parameter", args, valueSchema(base.node), valueSchema(revision.node));
}

/** A path parameter cannot come or go while the path stays: one side just does not describe it. */
function compareUndescribed(
  was: Parameter | undefined,
  is: Parameter | undefined,
  base: Operation,
  revision: Operation,
  to: Comparison,
): void {
  const known = was ?? is;
  if (!known) return;
  const undescribed = ({ node }: Operation): Node => ({ ...node, value: { type: "string" } });
  to.schemas(
    "request-parameter",
    argsOf(known),
    was ? valueSchema(was.node) : undescribed(base),
    is ? valueSchema(is.node) : undescribed(revision),
  );
}

function reportRemoved(parameter: Parameter, to: Comparison): void {
  const { end, args } = removal(parameter.node, to.run.today);
  const id =
    end === "without-deprecation"
      ? "request-parameter-removed"
      : (`request-parameter-removed-${end}` as const);
  to.report(id, parameter.node, { ...argsOf(parameter), ...args });
}

function isRequired({ node }: Parameter): boolean {
  return flag(node, "required");
}

function argsOf(parameter: Parameter) {
  return { in: parameter.in, parameter: parameter.name };
}

/**
 * How the value is written, with OpenAPI's defaults put in.
 * @param isSpread whether an array or object may be spread over several parameters, which means nothing to a plain value
 */
function serialization({ in: where, node }: Parameter, isSpread: boolean): string {
  const [content] = mediaTypesOf(child(node, "content")).keys();
  if (content !== undefined) return content;
  const style =
    text(node, "style") ?? (where === "query" || where === "cookie" ? "form" : "simple");
  const explode = child(node, "explode") ? flag(node, "explode") : style === "form";
  const details = [
    isSpread && explode && "exploded",
    flag(node, "allowReserved") && "reserved characters allowed",
  ];
  return [style, ...details].filter((detail) => detail !== false).join(", ");
}

function isStructured(schema: Node): boolean {
  const { types, unions } = modelOf([schema]);
  const ofUnions = unions.flatMap(({ branches }) =>
    branches.map(({ node }) => modelOf([node]).types),
  );
  return [types, ...ofUnions].some((set) => hasType(set, "array") || hasType(set, "object"));
}

/** The schema of a parameter or header, which may stand below a media type. One that has none allows anything. */
export function valueSchema(node: Node): Node {
  const [first] = entries(child(node, "content"));
  const holder = first ? first[1] : node;
  return child(holder, "schema") ?? { ...holder, value: true };
}
