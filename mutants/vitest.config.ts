import { defineConfig } from "vitest/config";
import project from "../vitest.config.ts";

/** The tests that StrykerJS holds mutants of the code to: those that need no other process. */
export default defineConfig({
  resolve: project.resolve ?? {},
  test: {
    include: [
      "src/*.test.ts",
      "src/{contract,http}/**/*.test.ts",
      "scripts/generate/compile-schema.test.ts",
      "scripts/docs.test.ts",
      "src/drift/coverage.test.ts",
      "src/recordings/scrub.test.ts",
      "mutants/*.test.ts",
    ],
  },
});
