import type { WebsetsError } from "../errors.ts";
import type { OperationRow } from "../openapi/operation-row.ts";
import { unreadable } from "./judge-answer.ts";

/** Where the pages come from. */
interface Pages {
  readonly first: Promise<unknown>;
  /** That the first page was asked for with. */
  readonly cursor: unknown;
  /** Asks for the page with a cursor. */
  readonly follow: (cursor: string) => Promise<unknown>;
  /** Adds to an error what is known of the call. */
  readonly complete: (error: WebsetsError) => WebsetsError;
}

/**
 * The items of a page and of all that follow it, each page asked for when it is needed.
 * @throws UnreadableResponseError for a page without items, or that names a page which was read already: it would never
 * end. What asking for a page throws.
 */
export async function* iteratePages(
  { items, next }: NonNullable<OperationRow["page"]>,
  { first, cursor, follow, complete }: Pages,
): AsyncGenerator<unknown, void, undefined> {
  const read = new Set([cursor]);
  let page = Object(await first);
  for (;;) {
    if (!Array.isArray(page[items]))
      throw complete(unreadable(200, "wrong-object", `${items} is no array`));
    yield* page[items];
    const following = page[next];
    if (typeof following !== "string" || !following) return;
    if (read.has(following))
      throw complete(unreadable(200, "cursor-loop", `${next} names a page that was read already`));
    read.add(following);
    page = Object(await follow(following));
  }
}
