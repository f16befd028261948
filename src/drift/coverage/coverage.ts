import {
  type Description,
  jsonSchema,
  type Message,
  type Operation,
  operationsOf,
  type Parameter,
  resolve,
} from "../../openapi/description.ts";
import type { Exchange } from "../../findings/exchange.ts";
import type { Coverage, CoveragePoint } from "../../report/report.ts";
import { type AddPoint, type Counter, compileSeen, type Seen, type Shared } from "./seen.ts";

/** Counts which points of a contract exchanges exercised. */
export interface CoverageCounter {
  /**
   * Counts one exchange of the given operation (`METHOD /path/{template}`); other operations exercise nothing.
   * Bodies that are parsed already need not be parsed again; a body that is no JSON exercises nothing.
   */
  add(operation: string, exchange: Exchange, bodies?: ParsedBodies): void;
  /** The counts so far, with all points of the contract, in the order of the contract. */
  points(): Coverage;
}

/** Bodies of an exchange as JSON values; `undefined` where there was none. */
export interface ParsedBodies {
  readonly request?: unknown;
  readonly response?: unknown;
}

/** What counts for one response status. */
interface Answer {
  readonly status: Counter;
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, Counter>;
  readonly body: Seen | undefined;
}

/**
 * A counter for a bundled OpenAPI 3.1 document (`generated/openapi.json`). Points are every documented status, every
 * response header, and of both bodies every property, enum or const value, null and non-null of what may be null,
 * empty and filled of arrays and maps, and every variant of a union. Recursive schemas count to the first repetition.
 * Operations share components: what a named schema holds, and a named header, counts once, under the place where the
 * contract has it first. Each operation has its own points for its statuses and for what is not shared.
 */
export function createCoverage(description: Description): CoverageCounter {
  const points = new Map<string, Counter>();
  const shared: Shared = new Map();
  const headers = new Map<Parameter, Counter>();
  const operations = new Map(
    operationsOf(description).map(({ name, operation }) => {
      const add = (status?: number): AddPoint => {
        return (point) =>
          register(points, { operation: name, ...(status && { status }), ...point });
      };
      return [name, compileOperation(description, operation, add, shared, headers)];
    }),
  );
  return {
    add(name, { request, response }, bodies) {
      const operation = operations.get(name);
      if (!operation) return;
      operation.sent?.(bodies ? bodies.request : parse(request.body));
      const answer = operation.answers.get(response.status);
      if (!answer) return;
      answer.status.count += 1;
      for (const header in response.headers) {
        const point = answer.headers.get(header) ?? answer.headers.get(header.toLowerCase());
        if (point) point.count += 1;
      }
      answer.body?.(bodies ? bodies.response : parse(response.body));
    },
    points: () => toCoverage([...points.values()].map((point) => ({ ...point }))),
  };
}

function compileOperation(
  description: Description,
  operation: Operation,
  add: (status?: number) => AddPoint,
  shared: Shared,
  headers: Map<Parameter, Counter>,
) {
  const schema = operation.requestBody && jsonSchema(description, operation.requestBody);
  return {
    sent: schema && compileSeen(description, schema, "/request/body", add(), shared),
    answers: new Map(
      Object.entries(operation.responses ?? {}).map(([status, response]) => [
        Number(status),
        compileAnswer(
          description,
          resolve(description, response),
          add(Number(status)),
          shared,
          headers,
        ),
      ]),
    ),
  };
}

function compileAnswer(
  description: Description,
  response: Message,
  add: AddPoint,
  shared: Shared,
  known: Map<Parameter, Counter>,
): Answer {
  const status = add({ location: "/response/status", kind: "status" });
  const headers = new Map(
    Object.entries(response.headers ?? {}).map(([name, one]) => {
      const header = name.toLowerCase();
      const own = resolve(description, one);
      const point =
        known.get(own) ?? add({ location: `/response/headers/${header}`, kind: "header" });
      if (one.$ref) known.set(own, point);
      return [header, point];
    }),
  );
  const schema = jsonSchema(description, response);
  return {
    status,
    headers,
    body: schema && compileSeen(description, schema, "/response/body", add, shared),
  };
}

function register(points: Map<string, Counter>, point: Omit<CoveragePoint, "count">): Counter {
  const { operation, status, location, kind, value } = point;
  const key = JSON.stringify([operation, status, location, kind, value]);
  const known = points.get(key);
  if (known) return known;
  const added = { ...point, count: 0 };
  points.set(key, added);
  return added;
}

function toCoverage(points: readonly CoveragePoint[]): Coverage {
  return {
    exercised: points.filter(({ count }) => count > 0).length,
    total: points.length,
    points,
  };
}

function parse(body: string | null | undefined): unknown {
  try {
    return body ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}
