import type { components } from "../../../generated/types.ts";
import { exampleObjects } from "./contract.ts";

type Schemas = components["schemas"];
export type StoredWebset = Schemas["Webset"];
type Search = Schemas["WebsetSearch"];
type Enrichment = Schemas["WebsetEnrichment"];
type Import = Schemas["Import"];

/** What new objects take from the world: the time and ids. */
export interface Maker {
  /** RFC 3339, UTC, with milliseconds, as the API writes it. */
  readonly timestamp: string;
  /** A new id that begins as the ids of this kind do. */
  newId(kind: string): string;
}

/** A Webset as `create` leaves it: everything that was asked for is there, and has hardly begun. */
export function newWebset(body: Schemas["CreateWebset"], maker: Maker): StoredWebset {
  const id = maker.newId("webset");
  return {
    ...template<StoredWebset>("webset"),
    ...dates(maker),
    id,
    status: "pending",
    externalId: body.externalId ?? null,
    title: null,
    searches: body.search ? [newSearch(body.search, id, maker)] : [],
    imports: (body.import ?? [])
      .filter(({ source }) => source === "import")
      .map((source) => newImport(source.id, maker)),
    enrichments: (body.enrichments ?? []).map((wanted) => newEnrichment(wanted, id, maker)),
    monitors: [],
    excludes: body.exclude ?? [],
    metadata: body.metadata ?? {},
    items: [],
  };
}

function newSearch(wanted: Schemas["CreateSearch"], websetId: string, maker: Maker): Search {
  const { query, count, entity, criteria, exclude, scope } = wanted;
  const search = template<Search>("webset_search");
  return {
    ...search,
    ...dates(maker),
    id: maker.newId("webset_search"),
    websetId,
    status: "created",
    query,
    entity: entity ?? search.entity,
    criteria: (criteria ?? []).map(({ description }) => ({ description, successRate: 0 })),
    count: count ?? search.count,
    behavior: "override",
    exclude: exclude ?? [],
    scope: scope ?? [],
    progress: { found: 0, analyzed: 0, completion: 0, timeLeft: null },
    recall: null,
    metadata: {},
    canceledAt: null,
    canceledReason: null,
  };
}

function newEnrichment(
  wanted: Schemas["CreateEnrichment"],
  websetId: string,
  maker: Maker,
): Enrichment {
  return {
    ...template<Enrichment>("webset_enrichment"),
    ...dates(maker),
    id: maker.newId("webset_enrichment"),
    websetId,
    status: "pending",
    title: null,
    description: wanted.description,
    format: wanted.format ?? "text",
    options: wanted.options ?? null,
    instructions: null,
    metadata: wanted.metadata ?? {},
  };
}

function newImport(id: string, maker: Maker): Import {
  return { ...template<Import>("import"), ...dates(maker), id, status: "pending" };
}

function dates({ timestamp }: Maker) {
  return { createdAt: timestamp, updatedAt: timestamp };
}

/** A copy of the first example of a kind; a test holds each example to the contract. */
function template<T>(kind: string): T {
  return structuredClone(exampleObjects(kind)[0]) as T;
}

/** How the ids of a kind begin in the contract's examples, such as `wsearch_`. */
export function idPrefix(kind: string): string {
  return String(exampleObjects(kind)[0]?.id).replace(/[^_]*$/, "");
}
