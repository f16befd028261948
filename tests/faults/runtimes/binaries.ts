const { platform, arch } = process;
const bunArch = arch === "arm64" ? "aarch64" : arch;
const glibc = platform === "linux" ? "-glibc" : "";

/** Packages of npm for this platform, and where the binary lies in each. */
export const binaries = {
  node20: { spec: `node-${platform}-${arch}@20`, binary: "bin/node" },
  node22: { spec: `node-${platform}-${arch}@22`, binary: "bin/node" },
  node24: { spec: `node-${platform}-${arch}@24`, binary: "bin/node" },
  node26: { spec: `node-${platform}-${arch}@26`, binary: "bin/node" },
  bun: { spec: `@oven/bun-${platform}-${bunArch}@1`, binary: "bin/bun" },
  deno: { spec: `@deno/${platform}-${arch}${glibc}@2`, binary: "deno" },
  workerd: {
    spec: `@cloudflare/workerd-${platform}-${arch === "x64" ? "64" : arch}@1`,
    binary: "bin/workerd",
  },
} as const;

/** A runtime that comes as one binary. */
export type Binary = keyof typeof binaries;
