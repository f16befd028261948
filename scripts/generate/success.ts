import type {
  DocumentedOperation,
  MessageObject,
  OpenApiDocument,
  Placed,
} from "./contract-model.ts";
import { readSchema } from "./read-schema.ts";
import { child, type Schema } from "./schema.ts";

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
): Placed<Schema> | undefined {
  const success = successOf(operation);
  const [mediaType] = success ? mediaTypesOf(success) : [];
  if (!success || mediaType === undefined) return undefined;
  const schema = success.value.content?.[mediaType]?.schema;
  const at = child(success.pointer, "content", mediaType, "schema");
  return schema && readSchema(document, schema, at);
}
