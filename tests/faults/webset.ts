/** The smallest answer that is a whole Webset: what the faulty server says when nothing is wrong. */
export const webset = {
  id: "webset_1",
  object: "webset",
  status: "idle",
  externalId: null,
  title: null,
  searches: [],
  imports: [],
  enrichments: [],
  monitors: [],
  metadata: { team: "search" },
  createdAt: "2025-11-23T00:48:09.119Z",
  updatedAt: "2025-11-23T00:48:09.119Z",
};
