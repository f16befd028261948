import type { Case, Group } from "./case.ts";
import { bodies } from "./cases/bodies.ts";
import { clocks } from "./cases/clocks.ts";
import { contract } from "./cases/contract.ts";
import { delivery } from "./cases/delivery.ts";
import { encodings } from "./cases/encodings.ts";
import { fetches } from "./cases/fetches.ts";
import { headers } from "./cases/headers.ts";
import { ids } from "./cases/ids.ts";
import { keepAlive } from "./cases/keep-alive.ts";
import { keys } from "./cases/keys.ts";
import { middleware } from "./cases/middleware.ts";
import { redirects } from "./cases/redirects.ts";
import { setup } from "./cases/setup.ts";
import { sizes } from "./cases/sizes.ts";
import { sockets } from "./cases/sockets.ts";
import { statuses } from "./cases/statuses.ts";
import { tls } from "./cases/tls.ts";
import { unreadable } from "./cases/unreadable.ts";

/** The fault matrix: what can go wrong, and what the client does about it, in the order of the documentation. */
export const table: readonly Group[] = [
  ids,
  bodies,
  keys,
  setup,
  sockets,
  keepAlive,
  tls,
  delivery,
  clocks,
  statuses,
  unreadable,
  encodings,
  headers,
  sizes,
  redirects,
  contract,
  middleware,
  fetches,
];

/** All cases in order. The id names a case on the wire: it is one segment of the path. */
export const cases: readonly { readonly id: string; readonly group: string; readonly row: Case }[] =
  table
    .flatMap((group) => group.cases.map((row) => ({ group: group.name, row })))
    .map((entry, index) => ({ id: String(index), ...entry }));
