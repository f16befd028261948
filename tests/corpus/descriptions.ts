/** A real description in an npm package; the versions are pinned so that a run can be repeated. */
export interface CorpusEntry {
  readonly name: string;
  /** `name@version` */
  readonly package: string;
  /** Path inside the package. */
  readonly file: string;
}

/** Public APIs that nobody here had a hand in: 3.0 and 3.1, JSON and YAML, written by hand and generated. */
export const corpus: readonly CorpusEntry[] = [
  entry("github", "@octokit/openapi@23.0.2", "generated/api.github.com.json"),
  entry("github-enterprise", "@octokit/openapi@23.0.2", "generated/ghes-3.19.json"),
  entry("shipengine", "shipengine-openapi@1.4.0", "openapi.json"),
  entry("authentik", "@goauthentik/api@2026.8.3", "schema.yml"),
  entry("ideal-postcodes", "@ideal-postcodes/openapi@4.21.0", "dist/openapi.json"),
  entry("ferries-schedule", "ws-dottie@1.6.1", "dist/openapi/wsf-schedule.json"),
  entry("ferries-fares", "ws-dottie@1.6.1", "dist/openapi/wsf-fares.json"),
  entry("ferries-vessels", "ws-dottie@1.6.1", "dist/openapi/wsf-vessels.yaml"),
  entry("toll-rates", "ws-dottie@1.6.1", "dist/openapi/wsdot-toll-rates.yaml"),
  entry("readme", "@readme/oas-examples@8.2.2", "3.1/json/readme.json"),
  entry("star-trek", "@readme/oas-examples@8.2.2", "3.0/json/star-trek.json"),
  entry("train-travel", "@readme/oas-examples@8.2.2", "3.1/yaml/train-travel.yaml"),
  entry("parameter-styles", "@readme/oas-examples@8.2.2", "3.1/json/parameters-style.json"),
  entry("polymorphism", "@readme/oas-examples@8.2.2", "3.0/json/polymorphism.json"),
  entry("discriminators", "@readme/oas-examples@8.2.2", "3.0/json/discriminators.json"),
  entry("circular", "@readme/oas-examples@8.2.2", "3.0/json/schema-circular.json"),
  entry("schema-types", "@readme/oas-examples@8.2.2", "3.1/yaml/schema-types.yaml"),
  entry("blockfrost", "@blockfrost/openapi@0.1.93", "openapi.yaml"),
  entry("figma", "@figma/rest-api-spec@0.43.0", "openapi/openapi.yaml"),
  entry("rclone", "rclone-openapi@1.75.0", "openapi.json"),
  entry("directus", "@directus/specs@15.2.0", "dist/openapi.json"),
  entry("dialogporten", "@digdir/dialogporten-schema@1.40.0", "swagger.verified.json"),
  entry("galaxy", "@scalar/galaxy@0.2.20", "dist/3.1.yaml"),
];

function entry(name: string, from: string, file: string): CorpusEntry {
  return { name, package: from, file };
}
