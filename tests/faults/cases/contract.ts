import type { Group, Throws, World } from "../case.ts";
import { webset } from "../webset.ts";

const strict = ({ contract }: World) => ({ contract, strict: true });
const left: Throws = {
  error: "ContractViolationError",
  delivery: "unknown",
  attempts: 1,
  carries: { findings: Array },
};
const drifted = { ...webset, status: "sleeping" };

export const contract: Group = {
  name: "Contract",
  happens: "With the contract: an answer that left it, or that is about another Webset",
  get: "`onFinding` is told and the call succeeds; with `strict: true`, `ContractViolationError`",
  cases: [
    {
      name: "reports an answer that left the contract and succeeds",
      happens: "`status` has a value that the contract does not know",
      get: "the Webset; `onFinding` gets a finding with rule and place",
      answers: [{ body: drifted }],
      act: async ({ client, contract }, options) => {
        const findings: { level: string; location: string }[] = [];
        const onFinding = (finding: { level: string; location: string }) =>
          void findings.push(finding);
        const value = await client
          .createWebsetsClient({ ...options, contract, onFinding })
          .update("webset_1", { metadata: { team: "search" } });
        return {
          ...value,
          found: findings.map(({ level, location }) => `${level} ${location}`).join(),
        };
      },
      returns: ({ found }) =>
        found === "error /response/body/status" ? undefined : `onFinding got ${found || "nothing"}`,
    },
    {
      name: "throws when an answer left the contract, if strict",
      happens: "the same, with `strict: true`",
      get: "`ContractViolationError` with `findings`",
      answers: [{ body: drifted }],
      options: strict,
      throws: left,
    },
    {
      name: "throws when an answer is about another Webset, if strict",
      happens: "the answer is about another Webset, with `strict: true`",
      get: "`ContractViolationError`",
      answers: [{ body: { ...webset, id: "webset_2" } }],
      options: strict,
      throws: left,
    },
    {
      name: "throws when an answer lacks the metadata that was sent, if strict",
      happens: "the answer does not carry the metadata that was sent, with `strict: true`",
      get: "`ContractViolationError`",
      answers: [{ body: { ...webset, metadata: { team: "other" } } }],
      options: strict,
      throws: left,
    },
    {
      name: "accepts an answer that keeps the contract, if strict",
      happens: "the answer keeps the contract, with `strict: true`",
      get: "the Webset",
      options: strict,
    },
    {
      name: "survives an onFinding that throws",
      happens: "`onFinding` itself throws",
      get: "the Webset: seeing in never breaks a call",
      answers: [{ body: drifted }],
      options: ({ contract }) => ({
        contract,
        onFinding: () => {
          throw new Error("broken");
        },
      }),
      returns: () => undefined,
    },
  ],
};
