import type { Reporter, Scope } from "../comparison.ts";
import { child, entries, flag, type Node, text } from "../document.ts";
import type { CompareSchemas } from "../schemas/pair.ts";
import { shapeOf } from "../schemas/shape.ts";
import { mediaTypesOf } from "./bodies.ts";
import { type Operation, type Parameter, parametersOf } from "./operations.ts";
import { compareSunset, removal } from "./sunset.ts";

/** Compares the path, query, header and cookie parameters of an operation. */
export function compareParameters(
  base: Operation,
  revision: Operation,
  compare: CompareSchemas,
  report: Reporter,
  today: string | undefined,
): void {
  const [from, to] = [parametersOf(base), parametersOf(revision)];
  for (const key of [...new Set([...from.keys(), ...to.keys()])].sort()) {
    const [was, is] = [from.get(key), to.get(key)];
    if (was && is) compareParameter(was, is, compare, report);
    else if (was?.in === "path" || is?.in === "path")
      compareUndescribed(was, is, base, revision, compare);
    else if (was) reportRemoved(was, report, today);
    else if (is)
      report(
        isRequired(is) ? "new-required-request-parameter" : "new-optional-request-parameter",
        is.node,
        argsOf(is),
      );
  }
}

function compareParameter(
  base: Parameter,
  revision: Parameter,
  compare: CompareSchemas,
  report: Reporter,
): void {
  const args = argsOf(revision);
  const at = child(revision.node, "required") ?? revision.node;
  if (!isRequired(base) && isRequired(revision))
    report("request-parameter-became-required", at, args);
  if (isRequired(base) && !isRequired(revision))
    report("request-parameter-became-optional", at, args);
  const [was, is] = [flag(base.node, "deprecated"), flag(revision.node, "deprecated")];
  if (!was && is)
    report(
      "request-parameter-deprecated",
      child(revision.node, "deprecated") ?? revision.node,
      args,
    );
  if (was && !is) report("request-parameter-reactivated", revision.node, args);
  compareSunset(base.node, revision.node, "request-parameter", report, args);

  const spread = [base, revision].every(({ node }) => isStructured(valueSchema(node)));
  const [from, to] = [serialization(base, spread), serialization(revision, spread)];
  if (from !== to)
    report("request-parameter-serialization-changed", revision.node, { ...args, from, to });
  compare([valueSchema(base.node)], [valueSchema(revision.node)], scopeOf(args));
}

/** A path parameter cannot come or go while the path stays: one side just does not describe it. */
function compareUndescribed(
  was: Parameter | undefined,
  is: Parameter | undefined,
  base: Operation,
  revision: Operation,
  compare: CompareSchemas,
): void {
  const known = was ?? is;
  if (!known) return;
  const undescribed = (operation: Operation): Node => ({
    ...operation.node,
    value: { type: "string" },
  });
  compare(
    [was ? valueSchema(was.node) : undescribed(base)],
    [is ? valueSchema(is.node) : undescribed(revision)],
    scopeOf(argsOf(known)),
  );
}

function reportRemoved(parameter: Parameter, report: Reporter, today: string | undefined): void {
  const { end, args } = removal(parameter.node, today);
  const suffix = end === "without-deprecation" ? "" : `-${end}`;
  report(`request-parameter-removed${suffix}`, parameter.node, { ...argsOf(parameter), ...args });
}

function isRequired({ node }: Parameter): boolean {
  return flag(node, "required");
}

function argsOf(parameter: Parameter) {
  return { in: parameter.in, parameter: parameter.name };
}

function scopeOf(args: Scope["args"]): Scope {
  return { root: "request-parameter", path: [], args };
}

/**
 * How the value is written, with OpenAPI's defaults put in.
 * @param spread whether an array or object may be spread over several parameters, which means nothing to a plain value
 */
function serialization({ in: where, node }: Parameter, spread: boolean): string {
  const [content] = mediaTypesOf(child(node, "content")).keys();
  if (content !== undefined) return content;
  const style =
    text(node, "style") ?? (where === "query" || where === "cookie" ? "form" : "simple");
  const explode = child(node, "explode") ? flag(node, "explode") : style === "form";
  const details = [
    spread && explode && "exploded",
    flag(node, "allowReserved") && "reserved characters allowed",
  ];
  return [style, ...details].filter((detail) => detail !== false).join(", ");
}

function isStructured(schema: Node): boolean {
  return shapeOf([schema]).alternatives.some(
    ({ types }) => types.has("array") || types.has("object"),
  );
}

/** The schema of a parameter or header, which may stand below a media type. One that has none allows anything. */
export function valueSchema(node: Node): Node {
  const [first] = entries(child(node, "content"));
  const holder = first ? first[1] : node;
  return child(holder, "schema") ?? { ...holder, value: {} };
}
