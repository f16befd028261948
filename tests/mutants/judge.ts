import {
  allWitnesses,
  objection,
  undocumentedHeader,
  unsentParameter,
  type Witness,
} from "../../contract-tests/witnesses.ts";
import type { OpenApiDocument } from "../../scripts/generate/contract-model.ts";
import { ContractError } from "../../scripts/generate/schema.ts";
import { createChecker } from "../../src/contract/check-exchange.ts";
import type { CompiledContract } from "../../src/contract/operation.ts";
import { createCoverage, type ParsedBodies } from "../../src/drift/coverage/coverage.ts";
import type { Description } from "../../src/openapi/description.ts";
import type { RecordedExchange } from "../../src/recordings/recorded.ts";
import type { Path } from "./edit.ts";
import { loadContract } from "./load-contract.ts";

/** Judges a contract as the contract tests would. */
export interface Judge {
  /**
   * The first thing that speaks against the contract; undefined if all witnesses hold.
   * @param changed the place that was changed: witnesses of its name are heard first, which is only quicker.
   */
  objection(document: OpenApiDocument, changed?: Path): string | undefined;
}

/** A judge who hears the recordings, the testimonies, the wrong exchanges, and the coverage of the recordings. */
export function createJudge(recordings: readonly RecordedExchange[]): Judge {
  const witnesses = allWitnesses(recordings);
  const bodies = recordings.map(({ exchange }) => parsedBodies(exchange));
  const byName = groupByName(witnesses);
  let latest: Witness | undefined;

  function hear(compiled: CompiledContract, list: readonly Witness[]): string | undefined {
    const { checkExchange } = createChecker(compiled);
    for (const witness of list) {
      const found = objection(witness, checkExchange(witness.exchange, compiled.servers));
      if (found === undefined) continue;
      latest = witness;
      return found;
    }
    return undefined;
  }

  function headers(compiled: CompiledContract): string | undefined {
    const { matchOperation } = createChecker(compiled);
    for (const { exchange, source } of recordings) {
      const { request, response } = exchange;
      const operation = matchOperation(request.method, request.url);
      const names = new Set(Object.keys(operation?.responses[response.status]?.headers ?? {}));
      const name = undocumentedHeader(exchange, names);
      if (name !== undefined) return `${source.file}: the header ${name} is not documented`;
    }
    return undefined;
  }

  function unsent({ operations }: CompiledContract): string | undefined {
    for (const { query, headers } of operations) {
      const name = unsentParameter(recordings, Object.keys(query), Object.keys(headers));
      if (name !== undefined) return `no recording sends the parameter ${name}`;
    }
    return undefined;
  }

  function unseen(compiled: CompiledContract, document: OpenApiDocument): string | undefined {
    const { matchOperation } = createChecker(compiled);
    const coverage = createCoverage(document as Description); // the same document, as another module reads it
    for (const [index, { exchange }] of recordings.entries()) {
      const { method, url } = exchange.request;
      coverage.add(matchOperation(method, url)?.name ?? "", exchange, bodies[index]);
    }
    const { points } = coverage.points();
    const statuses = new Set(points.flatMap((one) => (one.count > 0 ? one.status : [])));
    const isShown = ({ count, kind, status = 0 }: (typeof points)[number]) =>
      count > 0 || (kind === "status" && status >= 400 && statuses.has(status));
    const point = points.find((one) => !isShown(one));
    return (
      point &&
      `no recording shows ${point.kind} ${JSON.stringify(point.value ?? "")} at ${point.location}`
    );
  }

  return {
    objection(document, changed = []) {
      const near = changed.findLast((key) => byName.has(String(key)));
      try {
        const compiled = loadContract(document);
        // What is quick and likely goes first; all of it is heard where nothing objects.
        return (
          hear(compiled, [...(latest ? [latest] : []), ...(byName.get(String(near)) ?? [])]) ??
          headers(compiled) ??
          unsent(compiled) ??
          unseen(compiled, document) ??
          hear(compiled, witnesses)
        );
      } catch (error) {
        if (error instanceof ContractError) return `does not compile: ${error.message}`;
        throw error;
      }
    },
  };
}

function groupByName(witnesses: readonly Witness[]): Map<string, Witness[]> {
  const groups = new Map<string, Witness[]>();
  for (const witness of witnesses) {
    for (const name of new Set(witness.at?.split("/"))) {
      groups.set(name, [...(groups.get(name) ?? []), witness]);
    }
  }
  return groups;
}

function parsedBodies({ request, response }: RecordedExchange["exchange"]): ParsedBodies {
  const parse = (text: string | null | undefined) => (text ? JSON.parse(text) : undefined);
  return { request: parse(request.body), response: parse(response.body) };
}
