import { nodeResolve } from "@rollup/plugin-node-resolve";

export default {
  input: "src.js",
  plugins: [nodeResolve()],
  output: { file: "out/bundle.js" },
  onwarn: (warning) => {
    throw new Error(warning.message);
  },
};
