import { defineConfig } from "vitest/config";
import project from "../../vitest.config.ts";

/** The tests that StrykerJS holds mutants of the code to: those that need no other process. */
export default defineConfig({
  resolve: project.resolve ?? {},
  test: {
    include: [
      "src/*.test.ts",
      "src/{contract,findings,http,json,openapi}/**/*.test.ts",
      "scripts/generate/compile-schema.test.ts",
      "docs/write/docs.test.ts",
      "src/drift/coverage/coverage.test.ts",
      "src/recordings/write/scrub.test.ts",
      "tests/mutants/*.test.ts",
    ],
  },
});
