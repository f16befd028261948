/**
 * The floors of the house, from the bottom up. A file may import from its own floor and from lower ones, types
 * included. `npm run imports` says where that is not so, and where files import each other in a circle.
 */
const floors = [
  ["^src/(findings|json)/"],
  ["^src/openapi/"],
  // How a method of the client is called: its types are what the generated methods are made of.
  ["^src/http/(method|call-options)\\.ts$"],
  ["^generated/(operations|types)\\.ts$"],
  ["^src/errors\\.ts$"],
  ["^src/contract/", "^generated/contract\\.ts$"],
  ["^src/http/(?!(method|call-options)\\.ts$)"],
  ["^src/(client|index|version)\\.ts$"],
  ["^src/(recordings|report|spec-diff)/", "^src/packaged-contract\\.ts$"],
  ["^src/drift/"],
  ["^src/testing/"],
  ["^src/rules\\.ts$"],
  ["^src/cli/"],
  ["^scripts/"],
  ["^tests/", "^contract-tests/"],
  ["^(start|docs|bench|examples)/"],
];

/** Tests, and what only tests use. */
const tests = "\\.test(\\.ts|-d\\.ts|-cases\\.ts|-schemas\\.ts)$";

const upward = floors.slice(0, -1).map((paths, floor) => ({
  name: `floor-${floor}-imports-from-below`,
  comment: `${paths.join(", ")} may not import from a higher floor`,
  severity: "error",
  from: { path: paths, pathNot: tests },
  to: { path: floors.slice(floor + 1).flat() },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-circle",
      comment: "Files that import each other in a circle cannot be read one after the other",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "every-import-resolves",
      severity: "error",
      from: {},
      // Hosts of the fault matrix import the installed package, which a checkout need not have built.
      to: { couldNotResolve: true, pathNot: "^exa-websets-client" },
    },
    {
      name: "findings-import-nothing",
      severity: "error",
      from: { path: "^src/findings/", pathNot: "\\.test\\.ts$" },
      to: {},
    },
    {
      name: "no-test-in-code",
      comment: "Code must not lean on a test beside it",
      severity: "error",
      from: { path: "^(src|scripts|generated)/", pathNot: tests },
      to: { path: tests },
    },
    ...upward,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: {
      path: "^(dist|node_modules/\\.cache|bench/dist|tests/consumers/[^/]+/|tests/recordings/make/)",
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node"],
    },
  },
};
