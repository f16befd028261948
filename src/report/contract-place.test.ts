import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Description, operationsOf } from "../openapi/description.ts";
import { packagedContractPath } from "../packaged-contract.ts";
import { placeInContract, readContract } from "./contract-place.ts";

const yaml = `openapi: 3.1.0
paths:
  /x/{id}:
    parameters:
      - name: X-Of-All
        in: header
    post:
      parameters:
        - name: X-Trace
          in: header
      requestBody:
        content:
          application/json:
            schema: { $ref: "#/components/schemas/Body" }
      responses:
        "200":
          $ref: "#/components/responses/Ok"
components:
  responses:
    Ok:
      headers:
        X-Id:
          schema: { type: string }
      content:
        application/json:
          schema:
            oneOf:
              - { type: "null" }
              - $ref: "#/components/schemas/Body"
  schemas:
    Body:
      properties:
        list:
          items:
            properties:
              n:
                type: integer
                minimum: 1
        map:
          additionalProperties:
            type: string
        loop: { $ref: "#/components/schemas/Loop" }
    Loop: { allOf: [{ $ref: "#/components/schemas/Loop" }] }
`;
/** The line on which this is written, and nothing else. */
const lineOf = (text: string) => yaml.split("\n").findIndex((line) => line.trim() === text) + 1;
const contract = await readContract(yaml, "contract.yaml");
const at = (location: string, status?: number, operation = "POST /x/{id}") => {
  const args = status === undefined ? {} : { status };
  const place = placeInContract(contract, { operation, location, args });
  return [place.line, place.text[0]];
};

test.each<[string, number | undefined, string]>([
  ["/request/body/list/*/n", undefined, "n:"],
  ["/response/body/list/*/n", 200, "n:"],
  ["/response/body/map/*", 200, "additionalProperties:"],
  ["/response/body/unknown", 200, "schema:"],
  ["/response/body/loop/x", 200, 'Loop: { allOf: [{ $ref: "#/components/schemas/Loop" }] }'],
  ["/response/headers/x-id", 200, "X-Id:"],
  ["/response/headers/other", 200, "Ok:"],
  ["/request/headers/x-trace", undefined, "- name: X-Trace"],
  ["/request/headers/x-of-all", undefined, "- name: X-Of-All"],
  ["/request/url", undefined, "post:"],
  ["/response/status", 418, "responses:"],
])("finds %s (%s)", (location, status, text) => {
  expect(at(location, status)).toEqual([lineOf(text), text]);
});

test("gives the first line where the contract has no such operation", () => {
  expect(at("/response/status", 200, "GET /y")[0]).toBe(1);
  expect(at("", undefined, "")[0]).toBe(1);
});

test("shows what stands below the line and no more, without its indent", () => {
  const args = { status: 200 };
  const operation = "POST /x/{id}";
  const location = "/response/body/list/*/n";
  expect(placeInContract(contract, { operation, location, args })).toEqual({
    ...{ file: "contract.yaml", line: lineOf("n:"), endLine: lineOf("minimum: 1"), endColumn: 27 },
    text: ["n:", "  type: integer", "  minimum: 1"],
  });
});

test("finds the same in the bundled contract, with the bracket that closes it", async () => {
  const path = packagedContractPath("json");
  const json = await readContract(readFileSync(path, "utf8"), path);
  const [operation = ""] = operationsOf(json.value as unknown as Description).map(
    ({ name }) => name,
  );
  const { text } = placeInContract(json, { operation, location: "/response/status", args: {} });
  expect(text[0]).toMatch(/\{$/);
  expect(text.length).toBeGreaterThan(2);
});
