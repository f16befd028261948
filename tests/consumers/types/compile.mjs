// Compiles `consumer.ts` and the README's examples with each compiler, in each way to resolve modules.
import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";

const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const compilers = Object.keys(devDependencies);

const resolutions = [
  // Next, and whoever never changed it. TypeScript 7 has it no more.
  { module: "commonjs", moduleResolution: "node10", until: 7, ignoreDeprecations: "6.0" },
  { module: "node16", moduleResolution: "node16" },
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "esnext", moduleResolution: "bundler" },
];

const strictest = {
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  verbatimModuleSyntax: false,
  isolatedModules: true,
  declaration: true,
};

const readme = readFileSync("node_modules/exa-websets-client/README.md", "utf8");
const examples = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code);
if (!examples.length) throw new Error("the README has no example");

/** The types of Node are left out, to see whether the package needs them. */
const node = "declare const process: { env: { EXA_API_KEY?: string } };\n";
const files = ["consumer.ts"];
for (const [index, code] of examples.entries()) {
  writeFileSync(`readme-${index}.mts`, `${code}\nexport {};\n${node}`);
  files.push(`readme-${index}.mts`);
}
// The same program as an ES module and as CommonJS.
copyFileSync("consumer.ts", "esm.mts");
copyFileSync("consumer.ts", "cjs.cts");

let failed = 0;
for (const compiler of compilers) {
  const { version } = JSON.parse(readFileSync(`node_modules/${compiler}/package.json`, "utf8"));
  const major = Number.parseInt(version, 10);
  for (const {
    until = Number.POSITIVE_INFINITY,
    ignoreDeprecations,
    ...resolution
  } of resolutions) {
    const { moduleResolution } = resolution;
    if (major >= until) {
      console.log(`TypeScript ${version} ${moduleResolution}: none`);
      continue;
    }
    // The package's own declarations are checked too; those of openapi-fetch compile from TypeScript 5.4.
    const skipLibCheck = Number.parseFloat(version) < 5.4;
    const isNode = moduleResolution.startsWith("node") && moduleResolution !== "node10";
    const compilerOptions = { ...strictest, ...resolution, skipLibCheck, outDir: "out" };
    if (ignoreDeprecations && major === 6) compilerOptions.ignoreDeprecations = ignoreDeprecations;
    // A top-level await needs an ES module, which is not what node10 makes.
    const own = moduleResolution === "node10" ? ["consumer.ts"] : [...files, "esm.mts"];
    const config = { compilerOptions, files: isNode ? [...own, "cjs.cts"] : own };
    writeFileSync("tsconfig.json", JSON.stringify(config));
    try {
      execFileSync(process.execPath, [`node_modules/${compiler}/bin/tsc`, "-p", "."], {
        stdio: "pipe",
      });
      console.log(`TypeScript ${version} ${moduleResolution}: ok`);
    } catch (error) {
      failed++;
      console.log(
        `TypeScript ${version} ${moduleResolution}: failed\n${error.stdout}${error.stderr}`,
      );
    }
  }
}
process.exitCode = failed ? 1 : 0;
