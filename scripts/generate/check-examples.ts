import type { Check } from "../../src/contract/violation.ts";
import { Violations } from "../../src/contract/violation.ts";
import { SchemaCompiler } from "./compile-schema.ts";
import { evaluateChecks } from "./load-checks.ts";
import { Attempts } from "./problems.ts";
import { type AnySchema, ContractError, child, resolve } from "./schema.ts";
import { type Part, walk } from "./walk.ts";

/** A value that the contract gives as an example of a schema. */
interface Example {
  readonly schema: AnySchema;
  readonly schemaPointer: string;
  readonly value: unknown;
  readonly pointer: string;
}

/** The examples, of parameters, headers, bodies and schemas, and the defaults, that are not as their schemas say. */
export function wrongExamples(document: object): ContractError[] {
  const attempts = new Attempts();
  const examples = [...walk(document)].flatMap((part) =>
    attempts.try(() => examplesOf(document, part), []),
  );
  const checks = new Map<string, Check>();
  const checkOf = ({ schema, schemaPointer }: Example): Check => {
    const { $ref } = Object(schema) as { readonly $ref?: string };
    const place = $ref ?? schemaPointer;
    const check = checks.get(place) ?? compileCheck(document, schema, schemaPointer);
    checks.set(place, check);
    return check;
  };
  const wrong = examples.flatMap((example) => {
    const { value, pointer } = example;
    const violations = new Violations();
    checkOf(example)(value, violations);
    return violations.list.map(
      (one) =>
        new ContractError(
          pointer + one.pointer,
          `the example is not as its schema says: ${sentence(one.keyword, one.args)}; change one of them`,
        ),
    );
  });
  return [...attempts.errors, ...wrong];
}

/** Compiled by itself: a schema that cannot be, which is told elsewhere, keeps no other example from being checked. */
function compileCheck(document: object, schema: AnySchema, pointer: string): Check {
  const compiler = new SchemaCompiler(document);
  const name = new Attempts().try(() => compiler.compile(schema, pointer, "example"), undefined);
  if (name === undefined) return () => {};
  return evaluateChecks(compiler.source(), name) as Check; // the name that the compiler gave
}

const sentence = (keyword: string, args: object): string =>
  keyword === "undocumentedProperty"
    ? "the schema has no such property"
    : `"${keyword}" does not hold (${JSON.stringify(args)})`;

function examplesOf(document: object, { kind, value, pointer }: Part): Example[] {
  if (kind === "schema") {
    const listed = Array.isArray(value.examples) ? value.examples : [];
    const all = [
      ...listed.map((one, index) => [one, child(pointer, "examples", index)] as const),
      ...["example", "default"].flatMap((name) =>
        name in value ? [[value[name], child(pointer, name)] as const] : [],
      ),
    ];
    return all.map(([one, at]) => ({
      ...{ schema: value, schemaPointer: pointer, value: one, pointer: at },
    }));
  }
  const { schema } = value;
  if (typeof schema !== "object" && typeof schema !== "boolean") return [];
  const named = Object.entries((value.examples ?? {}) as object).flatMap(([name, one]) => {
    const found = resolve<{ readonly value?: unknown }>(
      document,
      one as object,
      child(pointer, "examples", name),
    );
    return "value" in found.value
      ? [{ value: found.value.value, pointer: child(found.pointer, "value") }]
      : [];
  });
  const single =
    "example" in value ? [{ value: value.example, pointer: child(pointer, "example") }] : [];
  const at = child(pointer, "schema");
  return [...single, ...named].map((one) => ({
    ...{ ...one, schema: schema as AnySchema, schemaPointer: at },
  }));
}
