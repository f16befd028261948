import type { Json } from "../findings/finding.ts";
import type { Parameter } from "./description.ts";

/** A parameter with the value that a request gives it. */
export interface Given {
  readonly parameter: Parameter;
  readonly value: Json;
}

/** A path template with values in it, each as one segment (OpenAPI 3.1, section 4.8.12.3, style `simple`). */
export function writePath(template: string, given: readonly Given[]): string {
  return template.replace(/\{([^{}]+)\}/g, (part, name) => {
    const found = given.find(({ parameter }) => parameter.name === name);
    return found ? [found.value].flat().map(encode).join(",") : part;
  });
}

const separators: Readonly<Record<string, string>> = {
  spaceDelimited: "%20",
  pipeDelimited: "%7C",
};

/** `?` and the query parameters by their styles; nothing where there are none. */
export function writeQuery(given: readonly Given[]): string {
  const pairs = given.flatMap(({ parameter, value }) => {
    const { name = "", style = "form", explode = style === "form", content } = parameter;
    const key = encodeURIComponent(name);
    if (content) return [`${key}=${encodeURIComponent(JSON.stringify(value))}`];
    if (style === "deepObject" && typeof value === "object" && value !== null) {
      return Object.entries(value).map(
        ([member, one]) => `${key}[${encode(member)}]=${encode(one)}`,
      );
    }
    const items = [value].flat().map(encode);
    if (Array.isArray(value) && !explode) return [`${key}=${items.join(separators[style] ?? ",")}`];
    return items.map((item) => `${key}=${item}`);
  });
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

const encode = (value: Json): string =>
  encodeURIComponent(typeof value === "object" ? JSON.stringify(value) : String(value));
