/** The schema of a Webset as one JSON Schema of 2020-12, with what it refers to. */
export function bundle(openapi: string): Record<string, unknown> {
  const { components } = JSON.parse(openapi.replaceAll("#/components/schemas/", "#/$defs/")) as {
    components: { schemas: Record<string, Record<string, unknown>> };
  };
  const { schemas } = components;
  return { ...schemas.Webset, $defs: schemas };
}
