import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "scripts/**/*.test.ts", "properties/**/*.test.ts"],
          exclude: ["scripts/package.test.ts"],
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
          include: ["fault-matrix/**/*.test.ts", "scripts/package.test.ts"],
          globalSetup: "fault-matrix/setup.ts",
          testTimeout: 20_000,
        },
      },
    ],
  },
});
