import { createQuerySerializer } from "openapi-fetch";

/** Styles of OpenAPI by what they put between the items of an array. */
const styles = { ",": "form", " ": "spaceDelimited", "|": "pipeDelimited" } as const;

/** What may stand between the items of an array. */
export type Separator = keyof typeof styles;

/**
 * Serializes a query some of whose arrays are joined into one value, as the contract says. Only the generated rows of
 * such operations call it.
 * @param separators by the parameter's name.
 */
export function joinedQuery(separators: Readonly<Record<string, Separator>>) {
  return (query: Readonly<Record<string, unknown>>): string =>
    Object.entries(query)
      .map(([name, value]) => {
        const separator = separators[name];
        const array = separator && { array: { style: styles[separator], explode: false } };
        return createQuerySerializer(array)({ [name]: value });
      })
      .filter((part) => part !== "")
      .join("&");
}
