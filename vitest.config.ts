import { defineConfig } from "vitest/config";

export default defineConfig({
  // `imports` of package.json leads to what was built.
  resolve: { alias: { "#host": new URL("src/http/host.ts", import.meta.url).pathname } },
  test: {
    // By default one core is left idle; on CI's two that is half.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "src/**/*.test.ts",
            "scripts/**/*.test.ts",
            "docs/write/**/*.test.ts",
            "tests/{corpus,json-schema,oasdiff,properties,recordings,workflow}/**/*.test.ts",
          ],
          // Pure modules: starting a world for each file would take longer than the tests.
          pool: "threads",
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "contract",
          include: ["contract-tests/**/*.test.ts"],
          globalSetup: "contract-tests/setup.ts",
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: "package",
          include: ["tests/{faults,package}/**/*.test.ts"],
          globalSetup: "tests/faults/setup.ts",
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        // A copy of the project with five more operations: a minute, so it has a command of its own.
        test: { name: "yaml-only", include: ["tests/yaml-only/**/*.test.ts"] },
      },
    ],
  },
});
