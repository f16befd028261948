import type { Path } from "./edit.ts";
import { isMap, type Mutant } from "./mutant.ts";
import { mutateSchema, one, type Scope } from "./mutate-schema.ts";

type Node = Readonly<Record<string, unknown>>;

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * Every mutant of an OpenAPI 3.1 document: each single change that alters which exchanges fit it. Not mutated is what
 * only people read (descriptions, summaries, tags, examples, `deprecated`, the name of the operation), the order of
 * things, and what leaves the meaning as it is: `oneOf` into `anyOf` where the branches exclude each other, a wider
 * `type` beside an `enum` or `const`.
 */
export function mutateContract(document: Node): Mutant[] {
  const components = mapOf(document.components);
  const schemas = mapOf(components.schemas);
  const scope: Scope = { schemas: Object.keys(schemas) };
  return [
    ...dialects(document),
    ...servers(document),
    ...securities(document, []),
    ...entriesOf(components.securitySchemes).flatMap(([name, scheme]) =>
      securityScheme(scheme, ["components", "securitySchemes", name]),
    ),
    ...entriesOf(document.paths).flatMap(([path, item]) => pathItem(path, item, scope)),
    ...entriesOf(components.headers).flatMap(([name, header]) =>
      headerObject(header, ["components", "headers", name], scope),
    ),
    ...entriesOf(components.responses).flatMap(([name, response]) =>
      message(response, ["components", "responses", name], scope),
    ),
    ...entriesOf(schemas).flatMap(([name, schema]) =>
      mutateSchema(schema, ["components", "schemas", name], scope),
    ),
  ];
}

function dialects({ openapi }: Node): Mutant[] {
  return [
    one("dialect", ["jsonSchemaDialect"], "drop", undefined),
    one(
      "dialect",
      ["jsonSchemaDialect"],
      "make it draft-07",
      "http://json-schema.org/draft-07/schema#",
    ),
    one(
      "dialect",
      ["jsonSchemaDialect"],
      "make it OpenAPI's own",
      "https://spec.openapis.org/oas/3.1/dialect/base",
    ),
    one("dialect", ["openapi"], "make it 3.0", String(openapi).replace("3.1", "3.0")),
  ];
}

function servers(document: Node): Mutant[] {
  const list = listOf(document.servers);
  return list.flatMap((server, index) => {
    const at = ["servers", index, "url"];
    const url = String(server.url);
    return [
      one("server", ["servers", index], "drop", undefined),
      one("server", at, "another host", url.replace("://", "://other.")),
      one("server", at, "http", url.replace("https:", "http:")),
      one("server", at, "another port", `${new URL(url).origin}:8443${new URL(url).pathname}`),
      one("server", at, "another base path", `${url}-next`),
      one("server", at, "a longer base path", `${url}/v0`),
      one("server", at, "no base path", new URL(url).origin),
    ];
  });
}

function securities(node: Node, path: Path): Mutant[] {
  const at = [...path, "security"];
  if (!Array.isArray(node.security)) return [];
  return [
    one("security", at, "drop", undefined),
    one("security", at, "ask for none", []),
    one("security", at, "make it optional", [...node.security, {}]),
  ];
}

function securityScheme(scheme: Node, path: Path): Mutant[] {
  return [
    one("security", path, "drop", undefined),
    one("security", [...path, "in"], "make it query", "query"),
    one("security", [...path, "in"], "make it cookie", "cookie"),
    one("security", [...path, "name"], "another header", `${scheme.name}-next`),
    one("security", path, "make it a bearer token", { type: "http", scheme: "bearer" }),
  ];
}

function pathItem(path: string, item: Node, scope: Scope): Mutant[] {
  const at = ["paths", path];
  const moved = (change: string, to: string): Mutant => ({
    ...one("path", at, change, undefined),
    edits: [{ path: at }, { path: ["paths", to], value: item }],
  });
  const verbs = methods.filter((method) => Object.hasOwn(item, method));
  return [
    one("path", at, "drop", undefined),
    moved("make it longer", `${path}/update`),
    moved("make it shorter", path.replace(/\/[^/]+$/, "") || "/"),
    moved("rename a segment", path.replace(/\/[^/{}]+/, "$&x")),
    moved("rename a parameter", path.replace("}", "X}")),
    ...verbs.flatMap((verb) => methodChanges(verb, item, at)),
    ...verbs.flatMap((verb) => operation(mapOf(item[verb]), [...at, verb], scope)),
  ];
}

function methodChanges(verb: string, item: Node, at: Path): Mutant[] {
  return methods
    .filter((method) => !Object.hasOwn(item, method))
    .flatMap((method) => [
      {
        ...one("method", [...at, verb], `make it ${method}`, undefined),
        edits: [{ path: [...at, verb] }, { path: [...at, method], value: item[verb] }],
      },
      one("method", [...at, method], `add ${method}`, item[verb]),
    ]);
}

function operation(node: Node, path: Path, scope: Scope): Mutant[] {
  const responses = mapOf(node.responses);
  const [first] = Object.values(responses);
  const all = Object.keys(responses);
  return [
    one("security", [...path, "security"], "ask for none", []),
    ...parameters(node, path, scope),
    ...(isMap(node.requestBody)
      ? requestBody(node.requestBody, [...path, "requestBody"], scope)
      : []),
    ...all.flatMap((status) => {
      const at = [...path, "responses", status];
      const free = String(
        [1, 2, 3].map((step) => Number(status) + step).find((n) => !all.includes(String(n))),
      );
      return [
        one("status", at, "drop", undefined),
        {
          ...one("status", at, `make it ${free}`, undefined),
          edits: [{ path: at }, { path: [...path, "responses", free], value: responses[status] }],
        },
      ];
    }),
    ...["201", "204", "418", "5XX", "default"].map((status) =>
      one("status", [...path, "responses", status], "add", first),
    ),
    ...entriesOf(node.responses).flatMap(([status, response]) =>
      response.$ref === undefined ? message(response, [...path, "responses", status], scope) : [],
    ),
  ];
}

function parameters(node: Node, path: Path, scope: Scope): Mutant[] {
  const list = listOf(node.parameters);
  const at = [...path, "parameters"];
  const added = (place: string, required: boolean) =>
    one("parameter", at, `add ${required ? "a required" : "an optional"} ${place}`, [
      ...list,
      { name: "added", in: place, required, schema: { type: "string" } },
    ]);
  return [
    ...list.flatMap((parameter, index) => {
      const here = [...at, index];
      return [
        one("parameter", here, "drop", undefined),
        one("parameter", [...here, "name"], "rename", `${parameter.name}X`),
        ...["query", "header", "cookie"].map((place) =>
          one("parameter", [...here, "in"], `move to the ${place}`, place),
        ),
        one("parameter", [...here, "required"], "make it optional", false),
        ...mutateSchema(mapOf(parameter.schema), [...here, "schema"], scope),
      ];
    }),
    ...["query", "header", "cookie"].flatMap((place) => [added(place, true), added(place, false)]),
  ];
}

function requestBody(body: Node, path: Path, scope: Scope): Mutant[] {
  return [
    one("body", path, "drop", undefined),
    one("body", [...path, "required"], "make it optional", false),
    ...message(body, path, scope),
  ];
}

/** Headers and content of a request body or a response. */
function message(node: Node, path: Path, scope: Scope): Mutant[] {
  return [...content(node, path, scope), ...headers(node, path, scope)];
}

function content(node: Node, path: Path, scope: Scope): Mutant[] {
  const at = [...path, "content"];
  const types = entriesOf(node.content);
  const media = types[0]?.[1];
  return [
    ...(media ? [one("body", at, "drop", undefined)] : []),
    ...types.flatMap(([type, value]) => [
      ...["text/json", "application/problem+json", "application/*", "*/*"].map((other) => ({
        ...one("media type", [...at, type], `make it ${other}`, undefined),
        edits: [{ path: [...at, type] }, { path: [...at, other], value }],
      })),
      one("body", [...at, type, "schema"], "drop", undefined),
      ...(isMap(value.schema) ? mutateSchema(value.schema, [...at, type, "schema"], scope) : []),
    ]),
    ...(media
      ? ["text/plain", "application/problem+json"].map((type) =>
          one("media type", [...at, type], "add", media),
        )
      : []),
  ];
}

function headers(node: Node, path: Path, scope: Scope): Mutant[] {
  const at = [...path, "headers"];
  const all = mapOf(node.headers);
  return [
    ...entriesOf(all).flatMap(([name, header]) => [
      one("header", [...at, name], "drop", undefined),
      {
        ...one("header", [...at, name], "rename", undefined),
        edits: [{ path: [...at, name] }, { path: [...at, `${name}-Next`], value: header }],
      },
      ...(header.$ref === undefined ? headerObject(header, [...at, name], scope) : []),
    ]),
    ...(path.includes("requestBody")
      ? []
      : [
          one("header", [...at, "X-Added"], "add", { schema: { type: "string" } }),
          one("header", [...at, "X-Added"], "add and require", {
            required: true,
            schema: { type: "string" },
          }),
        ]),
  ];
}

function headerObject(header: Node, path: Path, scope: Scope): Mutant[] {
  const schema = mapOf(header.schema);
  // A header is text: a wider type than string allows no more, and no type but a scalar can be sent.
  const meaningless = schema.type === "string" ? /^allow/ : /null|^allow (object|array)/;
  return [
    one(
      "header",
      [...path, "required"],
      header.required ? "make it optional" : "require",
      !header.required,
    ),
    ...mutateSchema(schema, [...path, "schema"], scope).filter(
      ({ change }) => !meaningless.test(change),
    ),
  ];
}

const mapOf = (value: unknown): Node => (isMap(value) ? value : {});
const listOf = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.map(mapOf) : []);
const entriesOf = (value: unknown): [string, Node][] =>
  Object.entries(mapOf(value)).map(([key, inner]) => [key, mapOf(inner)]);
