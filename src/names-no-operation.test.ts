import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { keyHeader, operations, server } from "../generated/operations.ts";
import { type Description, operationsOf } from "./openapi/description.ts";

/*
 * What is a fact about the API stands in the contract, and reaches code through what is generated from it.
 */

const description = JSON.parse(readFileSync("generated/openapi.json", "utf8")) as Description;

/** Texts that only the contract may have: paths, the server, the key's header, ids of operations. */
const facts = [
  ...new Set(Object.values(operations).map(({ path }) => path.split("/{")[0] ?? path)),
  ...operationsOf(description).map(
    ({ operation }) => (operation as { operationId: string }).operationId,
  ),
  server,
  new URL(server).host,
  keyHeader,
];

/** Whether the fact stands there by itself, and not as a part of a longer word. */
const names = (text: string, fact: string): boolean =>
  new RegExp(`(?<!\\w)${fact.replace(/[^\w]/g, "\\$&")}(?!\\w)`).test(text);

test("no module of src names an operation, a path, a server or the header of the key", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !/\.(test|test-d|test-cases)\.ts$/.test(file),
  );
  expect(files.length).toBeGreaterThan(50);
  const naming = files.flatMap((file) => {
    const text = readFileSync(`src/${file}`, "utf8");
    return facts.filter((fact) => names(text, fact)).map((fact) => `src/${file}: ${fact}`);
  });
  expect(naming).toEqual([]);
});
