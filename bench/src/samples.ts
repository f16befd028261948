/** Bodies and traffic to measure with: realistic in shape, made from a seed, the same on every machine. */

/** A body of an update, as every client sends it. */
export const updateBody = { metadata: { team: "growth", owner: "ana", quarter: "2025-Q4" } };

/** Numbers from 0 to below 1 that follow from the seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A Webset that keeps the contract. One search and one enrichment, the usual case, are about 2 KB of JSON. */
export function webset(seed: number, searches = 1, enrichments = 1) {
  const make = maker(randomFrom(seed));
  const id = make.id("webset");
  return {
    id,
    object: "webset",
    status: make.one(["idle", "running", "pending"]),
    externalId: make.maybe(() => `crm-${make.number(1e6)}`),
    title: make.words(4),
    searches: make.list(searches, () => make.search(id)),
    imports: [],
    enrichments: make.list(enrichments, () => make.enrichment(id)),
    monitors: [],
    excludes: [],
    metadata: make.metadata(),
    dashboardUrl: `https://websets.exa.ai/${id}`,
    createdAt: make.time(),
    updatedAt: make.time(),
  };
}

/** A Webset of about this many bytes of JSON. */
export function websetOfSize(seed: number, bytes: number) {
  const small = JSON.stringify(webset(seed)).length;
  const large = JSON.stringify(webset(seed, 9, 9)).length;
  const count = Math.max(1, 1 + Math.round(((bytes - small) * 8) / (large - small)));
  return webset(seed, count, count);
}

function maker(random: () => number) {
  const number = (below: number) => Math.floor(random() * below);
  const one = <T>(all: readonly T[]): T => all[number(all.length)] as T; // never empty here
  const maybe = <T>(make: () => T): T | null => (random() < 0.5 ? make() : null);
  const list = <T>(length: number, make: () => T): T[] => Array.from({ length }, make);
  const id = (prefix: string) =>
    `${prefix}_${list(26, () => "0123456789abcdefghjkmnpqrstvwxyz"[number(32)]).join("")}`;
  const words = (count: number) => list(count, () => one(vocabulary)).join(" ");
  const time = () => new Date(1_760_000_000_000 + number(1e10)).toISOString();
  const metadata = () => ({ team: one(["growth", "sales"]), campaign: words(2) });
  const search = (websetId: string) => ({
    id: id("wsearch"),
    object: "webset_search",
    websetId,
    status: one(["running", "completed", "pending"]),
    query: words(20),
    entity: { type: one(["company", "person"]) },
    criteria: list(2, () => ({ description: words(12), successRate: number(100) })),
    count: 10 + number(100),
    behavior: "override",
    exclude: [],
    scope: [],
    progress: {
      found: number(90),
      analyzed: number(900),
      completion: number(100),
      timeLeft: maybe(() => number(600)),
    },
    recall: null,
    metadata: metadata(),
    canceledAt: null,
    canceledReason: null,
    createdAt: time(),
    updatedAt: time(),
  });
  const enrichment = (websetId: string) => ({
    id: id("wenrich"),
    object: "webset_enrichment",
    status: one(["pending", "completed"]),
    websetId,
    title: maybe(() => words(3)),
    description: words(20),
    format: one(["text", "number", "email", "options"]),
    options: maybe(() => list(3, () => ({ label: words(1) }))),
    instructions: maybe(() => words(10)),
    metadata: metadata(),
    createdAt: time(),
    updatedAt: time(),
  });
  return { number, one, maybe, list, id, words, time, metadata, search, enrichment };
}

const vocabulary =
  "companies founders that recycle lithium batteries in Europe with more than fifty engineers and a plant which hired a head of sustainability after raising funds from regional investors für Kunden".split(
    " ",
  );

/** A change to a good body that every check must refuse: a check that is blind is quick. */
export const faults: readonly ((body: ReturnType<typeof webset>) => unknown)[] = [
  ({ id: _, ...body }) => body,
  (body) => ({ ...body, object: "import" }),
  (body) => ({ ...body, status: "asleep" }),
  (body) => ({ ...body, title: 1 }),
  (body) => ({ ...body, metadata: null }),
  (body) => ({ ...body, createdAt: "yesterday" }),
  (body) => ({ ...body, searches: body.searches.map((one) => ({ ...one, status: "lost" })) }),
  (body) => ({ ...body, searches: body.searches.map((one) => ({ ...one, count: 0 })) }),
  (body) => ({
    ...body,
    searches: body.searches.map((one) => ({ ...one, entity: { type: "ship" } })),
  }),
  (body) => ({ ...body, enrichments: body.enrichments.map(({ id: _, ...one }) => one) }),
];
