import { createConfig, lint } from "@redocly/openapi-core";
import { expect, it } from "vitest";

it("keeps the contract clean under Redocly's recommended rules, warnings included", async () => {
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lint({ ref: "openapi/websets.yaml", config });
  expect(
    problems.map(
      ({ ruleId, message, location }) => `${location[0]?.pointer} ${ruleId}: ${message}`,
    ),
  ).toEqual([]);
});
