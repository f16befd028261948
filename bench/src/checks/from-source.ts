import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** A module of the project that its package does not export, as plain JavaScript. */
export async function fromSource(file: string): Promise<unknown> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../../${file}`, import.meta.url))],
    bundle: true,
    format: "esm",
    write: false,
  });
  const text = outputFiles[0]?.text ?? "";
  return import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
}
