import { contract, describe, exchangeRules } from "../../contract/index.ts";
import type { Finding } from "../../findings/finding.ts";
import { websetFixture } from "../webset-fixture.ts";
import { requestFor } from "./contract.ts";
import type { Maker, StoredWebset } from "./new-objects.ts";
import type { WebsetSeed } from "./simulator.ts";

/** What is wrong with a seed. */
export class SeedError extends TypeError {
  override readonly name = "SeedError";
  /** A JSON Pointer into the list of seeds: `/0/status`. */
  readonly location: string;

  /** @param index counted from 0, as `location` is; the message counts from 1. */
  constructor(index: number, place: string, reason: string) {
    super(`Webset ${index + 1}: ${reason}`);
    this.location = `/${index}${place}`;
  }
}

/** The Webset of a seed: what the seed says, and for the rest an idle one of this moment. */
export function websetOfSeed(seed: WebsetSeed, index: number, maker: Maker): StoredWebset {
  if (typeof seed !== "object" || seed === null || Array.isArray(seed))
    throw new SeedError(index, "", "a Webset is an object");
  const webset: StoredWebset = {
    ...websetFixture(),
    id: maker.newId("webset"),
    externalId: null,
    createdAt: maker.timestamp,
    updatedAt: maker.timestamp,
    items: [],
    ...structuredClone(seed),
  };
  const [finding] = findingsOf(webset);
  if (finding) throw new SeedError(index, within(finding), sentence(finding));
  return webset;
}

/** What the contract says against this body of a Webset; a field that it does not know is no fault. */
function findingsOf(webset: StoredWebset): Finding[] {
  const request = requestFor("read", webset.id);
  if (request === undefined) return [];
  const headers = { "content-type": "application/json" };
  const response = { status: 200, headers, body: JSON.stringify(webset) };
  return contract
    .checkResponse({ ...request, headers: {} }, response)
    .filter(({ level }) => level === "error");
}

/** A finding as a sentence. */
export function sentence(finding: Finding): string {
  const rule = exchangeRules.find(({ id }) => id === finding.id);
  return rule ? describe(finding, rule) : finding.id;
}

function within({ location }: Finding): string {
  return location.replace(/^\/response\/body/, "");
}
