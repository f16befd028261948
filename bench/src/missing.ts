/** The package without which something failed, told from Node's or esbuild's words; undefined for another failure. */
export function missingPackage(error: unknown): string | undefined {
  const { message } = error as { message?: string };
  const [, name] =
    /(?:Cannot find (?:package|module)|Could not resolve) ['"]([^'"./][^'"]*)['"]/.exec(
      message ?? "",
    ) ?? [];
  return name;
}
