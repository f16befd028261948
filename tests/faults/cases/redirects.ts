import type { Case, Group } from "../case.ts";

const redirect = (status: number, where: "own" | "other"): Case => {
  const host = where === "own" ? "the same host" : "another host";
  // RFC 9110, 15.4.8: the method must not change, so that nothing can have been carried out here.
  const again = status === 307 || status === 308;
  return {
    name: `does not follow a ${status} to ${host}`,
    happens: `status ${status} to ${host}`,
    get: "`RedirectError`; key and body go nowhere else",
    answers: [{ status, location: `{${where}}/elsewhere` }],
    throws: { error: "RedirectError", delivery: again ? "rejected" : "unknown", attempts: 1 },
    ...(again && {
      unless: {
        chromium: { delivery: "unknown", because: "it tells no status of a redirect" },
      },
    }),
  };
};

export const redirects: Group = {
  name: "Redirects",
  happens: "301, 302, 303, 307 or 308, to the same or another host",
  get: "`RedirectError`: none is followed, so neither key nor body reaches another place",
  cases: [
    ...[301, 302, 303, 307, 308].flatMap((status) => [
      redirect(status, "own"),
      redirect(status, "other"),
    ]),
    {
      name: "does not follow a redirect without a Location",
      happens: "status 302 without a `Location`",
      get: "`RedirectError`",
      answers: [{ status: 302 }],
      throws: { error: "RedirectError", delivery: "unknown", attempts: 1 },
    },
  ],
};
