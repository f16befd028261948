import type { components } from "../../../generated/types.ts";
import type { Json } from "../../findings/finding.ts";
import type { Call, Effect, PageNames } from "./contract.ts";
import { cancelWork, type Entry, timestamp } from "./lifecycle.ts";
import { type Maker, newWebset, type StoredWebset } from "./new-objects.ts";
import type { Store } from "./store.ts";

type Schemas = components["schemas"];

/** Whether the metadata of an update takes the place of what is stored, or is added to it: nobody knows which. */
export type MetadataSemantics = "replace" | "merge";

/** What effects act upon. */
export interface World extends Maker {
  readonly store: Store;
  /** The Webset with this id or externalId, as it is now. */
  find(idOrExternalId: string): Entry | undefined;
  /** ms since 1970. */
  readonly now: number;
  readonly metadata: MetadataSemantics;
}

/** The body of a success, or the status of a refusal. */
type Outcome = { readonly body: unknown } | { readonly refused: number };

type Play = (call: Call, body: unknown, world: World) => Outcome;

/** What each effect does, and answers. Requests have been held to the contract before. */
export const effects: Readonly<Record<Effect, Play>> = {
  list({ operation, query }, _, { store, now }) {
    const names = operation.page as PageNames; // the contract gives it to every list
    const offset = readCursor(query.get(names.cursor));
    if (offset === undefined) return { refused: 400 };
    const end = offset + Number(query.get(names.limit) ?? operation.pageSize);
    const entries = store.all(now);
    const more = end < entries.length;
    return {
      body: {
        [names.items]: entries.slice(offset, end).map(withoutItems),
        [names.more]: more,
        [names.next]: more ? writeCursor(end) : null,
      },
    };
  },

  create(_, body, world) {
    const wanted = body as Schemas["CreateWebset"];
    if (wanted.externalId !== undefined && world.store.isTaken(wanted.externalId))
      return { refused: 409 };
    const entry: Entry = { webset: newWebset(wanted, world), begun: world.now };
    world.store.add(entry);
    return { body: withoutItems(entry) };
  },

  read: (call, _, world) => onEntry(call, world, ({ webset }) => webset),

  update: (call, body, world) =>
    onEntry(call, world, (entry) => {
      change(entry.webset, body as Schemas["UpdateWebset"], world);
      return withoutItems(entry);
    }),

  delete: (call, _, world) =>
    onEntry(call, world, (entry) => {
      world.store.remove(entry);
      return withoutItems(entry);
    }),

  cancel: (call, _, world) =>
    onEntry(call, world, (entry) => {
      cancelWork(entry, world.now);
      return withoutItems(entry);
    }),
};

function onEntry(call: Call, world: World, play: (entry: Entry) => unknown): Outcome {
  const entry = world.find(call.parameters[0] ?? "");
  return entry ? { body: play(entry) } : { refused: 404 };
}

/** A property that was not sent stays as it is. */
function change(webset: StoredWebset, sent: Schemas["UpdateWebset"], world: World): void {
  const { metadata, title } = sent;
  if (metadata !== undefined)
    webset.metadata = {
      ...(world.metadata === "merge" && metadata !== null && webset.metadata),
      ...metadata,
    };
  if (title !== undefined) webset.title = title;
  webset.updatedAt = timestamp(world.now);
}

/** Items are part of the answer to `read` only. */
function withoutItems({ webset }: Entry): Omit<StoredWebset, "items"> {
  const { items: _, ...rest } = webset;
  return rest;
}

// The cursors of the API are opaque; those seen are JSON in base64url.
function writeCursor(offset: number): string {
  return btoa(JSON.stringify({ offset })).replace(/=+$/, "");
}

function readCursor(cursor: string | null): number | undefined {
  if (cursor === null) return 0;
  try {
    const { offset } = JSON.parse(atob(cursor)) as { offset: Json };
    return typeof offset === "number" && Number.isInteger(offset) && offset >= 0
      ? offset
      : undefined;
  } catch {
    return undefined;
  }
}
