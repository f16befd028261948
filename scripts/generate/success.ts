import type {
  DocumentedOperation,
  MessageObject,
  OpenApiDocument,
  Placed,
} from "./contract-model.ts";
import { child, resolve, type Schema } from "./schema.ts";

/** The first documented answer of success, undefined where there is none. */
export const successOf = ({
  responses,
}: DocumentedOperation): DocumentedOperation["responses"][number] | undefined =>
  responses.find(({ status }) => /^2\d\d$/.test(status));

/** The media types of a message, in the contract's order. */
export const mediaTypesOf = ({ value }: Placed<MessageObject>): string[] =>
  Object.keys(value.content ?? {});

/** The schema of a success, references resolved and `allOf` put together as far as properties go. */
export function successSchema(
  document: OpenApiDocument,
  operation: DocumentedOperation,
): Schema | undefined {
  const success = successOf(operation);
  const [mediaType] = success ? mediaTypesOf(success) : [];
  if (!success || mediaType === undefined) return undefined;
  const schema = success.value.content?.[mediaType]?.schema;
  return (
    schema && flatten(document, schema, child(success.pointer, "content", mediaType, "schema"))
  );
}

function flatten(document: OpenApiDocument, schema: Schema, pointer: string): Schema {
  const { value, pointer: at } = resolve<Schema & { allOf?: Schema[] }>(document, schema, pointer);
  const parts = (value.allOf ?? []).map((one, index) =>
    flatten(document, one, child(at, "allOf", index)),
  );
  if (parts.length === 0) return value;
  const properties = Object.assign({}, ...parts.map((one) => one.properties), value.properties);
  return Object.assign({}, ...parts, value, { properties });
}
