import type { Format } from "./format.ts";

/** The formats by name; each is loaded when it is asked for. */
export const formats = {
  text: async () => (await import("./text.ts")).text,
  json: async () => (await import("./json.ts")).json,
  junit: async () => (await import("./junit.ts")).junit,
  sarif: async () => (await import("./sarif.ts")).sarif,
  github: async () => (await import("./github.ts")).github,
  markdown: async () => (await import("./markdown.ts")).markdown,
  html: async () => (await import("./html/page.ts")).html,
} as const satisfies Record<string, () => Promise<Format>>;

export type FormatName = keyof typeof formats;
