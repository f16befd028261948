const common = { mode: "production", entry: "./src.js", performance: { hints: "error" } };
const output = (name, type, module) => ({
  filename: `${name}.${module}`,
  path: `${import.meta.dirname}/out`,
  library: { type },
});

export default [
  {
    ...common,
    target: "web",
    experiments: { outputModule: true },
    output: output("web", "module", "mjs"),
  },
  { ...common, target: "node", output: output("node", "commonjs2", "cjs") },
];
