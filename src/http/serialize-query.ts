import { createQuerySerializer } from "openapi-fetch";
import type { OperationRow } from "../openapi/operation-row.ts";

/** Styles of OpenAPI by what they put between the items of an array. */
const styles = { ",": "form", " ": "spaceDelimited", "|": "pipeDelimited" } as const;

/** Serializes a query some of whose arrays are joined into one value, each as the contract says. */
export function serializerOf(join: NonNullable<OperationRow["join"]>) {
  return (query: Readonly<Record<string, unknown>>): string =>
    Object.entries(query)
      .map(([name, value]) => {
        const separator = join[name];
        const array = separator && { array: { style: styles[separator], explode: false } };
        return createQuerySerializer(array)({ [name]: value });
      })
      .filter((part) => part !== "")
      .join("&");
}
