import manifest from "../package.json" with { type: "json" };

/** Of this package. The build puts it in place of the import. */
export const version: string = manifest.version;
