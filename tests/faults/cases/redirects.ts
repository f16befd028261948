import type { Case, Group } from "../case.ts";

const redirect = (status: number, where: "own" | "other"): Case => {
  const host = where === "own" ? "the same host" : "another host";
  return {
    name: `does not follow a ${status} to ${host}`,
    happens: `status ${status} to ${host}`,
    get: "`RedirectError`; key and body go nowhere else",
    answers: [{ status, location: `{${where}}/elsewhere` }],
    throws: { error: "RedirectError", delivery: "rejected", attempts: 1 },
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
      throws: { error: "RedirectError", delivery: "rejected", attempts: 1 },
    },
  ],
};
