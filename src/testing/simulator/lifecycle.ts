import type { StoredWebset } from "./new-objects.ts";

/** A Webset and the work that it still has to do. */
export interface Entry {
  webset: StoredWebset;
  /** When its work began, in ms since 1970; absent where there is none, or it is done. */
  begun?: number;
}

/** How long a new Webset stays pending, and when its work is done, in ms after its creation. */
const phases = { running: 1_000, idle: 5_000 } as const;

/** Brings a Webset to where its work is at this time. */
export function settle(entry: Entry, now: number): void {
  if (entry.begun === undefined) return;
  if (now >= entry.begun + phases.running && entry.webset.status === "pending")
    run(entry.webset, entry.begun + phases.running);
  if (now >= entry.begun + phases.idle) {
    finish(entry.webset, entry.begun + phases.idle);
    delete entry.begun;
  }
}

/** Ends the work before its time. What is done stays done. */
export function cancelWork(entry: Entry, now: number): void {
  const { webset } = entry;
  delete entry.begun;
  const updatedAt = timestamp(now);
  const canceled = { canceledAt: updatedAt, canceledReason: "webset_canceled", updatedAt } as const;
  webset.searches = webset.searches.map((search) =>
    search.status === "completed" || search.status === "canceled"
      ? search
      : { ...search, ...canceled, status: "canceled" },
  );
  webset.enrichments = webset.enrichments.map((enrichment) =>
    enrichment.status === "pending" ? { ...enrichment, status: "canceled", updatedAt } : enrichment,
  );
  webset.status = "idle";
  webset.updatedAt = updatedAt;
}

function run(webset: StoredWebset, at: number): void {
  const updatedAt = timestamp(at);
  webset.status = "running";
  webset.updatedAt = updatedAt;
  webset.searches = webset.searches.map((search) => ({ ...search, status: "running", updatedAt }));
  webset.imports = webset.imports.map((one) => ({ ...one, status: "processing", updatedAt }));
}

function finish(webset: StoredWebset, at: number): void {
  const updatedAt = timestamp(at);
  const found = webset.items?.length ?? 0;
  webset.status = "idle";
  webset.updatedAt = updatedAt;
  webset.title ??= webset.searches[0]?.query.slice(0, 80) ?? null;
  webset.searches = webset.searches.map((search) => ({
    ...search,
    status: "completed",
    progress: { found, analyzed: found, completion: 100, timeLeft: 0 },
    updatedAt,
  }));
  webset.imports = webset.imports.map((one) => ({ ...one, status: "completed", updatedAt }));
  webset.enrichments = webset.enrichments.map((enrichment) => ({
    ...enrichment,
    title: enrichment.title ?? enrichment.description.slice(0, 80),
    status: "completed",
    updatedAt,
  }));
}

/** As the API writes it: UTC, with milliseconds. */
export function timestamp(now: number): string {
  return new Date(now).toISOString();
}
