import type { Case, Certificate, Group } from "../case.ts";

const oneFailure = "its fetch fails with one and the same TypeError whatever went wrong";
const bad: readonly (readonly [Certificate, shown: string])[] = [
  ["self-signed", "signed by itself"],
  ["wrong-host", "for another host"],
  ["expired", "expired"],
];

export const tls: Group = {
  name: "Certificates",
  happens: "The server's certificate is signed by itself, for another host, or expired",
  get: "`ConnectionError` that says so, delivery `not-sent`, without a second attempt",
  cases: [
    {
      name: "calls a server whose authority the runtime was told to trust",
      happens: "a private authority signed the certificate, and the runtime was told of it",
      get: "the Webset",
      options: ({ tls }) => ({ baseUrl: tls.trusted }),
      skip: { chromium: "takes authorities from the machine alone" },
    },
    ...bad.map(
      ([certificate, shown]): Case => ({
        name: `sends nothing to a server whose certificate is ${shown}`,
        happens: `the certificate is ${shown}`,
        get: "`ConnectionError` that names the certificate, after one attempt; nothing was sent",
        options: ({ tls }) => ({ baseUrl: tls[certificate], maxRetries: 2, retryUnknown: false }),
        throws: {
          error: "ConnectionError",
          delivery: "not-sent",
          attempts: 1,
          message: /certificate/,
        },
        requests: 0,
        unless: {
          deno: { attempts: 3, message: /./, because: "its fetch tells no reason but in words" },
          chromium: { delivery: "unknown", message: /./, because: oneFailure },
          workerd: { delivery: "unknown", message: /./, because: oneFailure },
        },
      }),
    ),
  ],
};
