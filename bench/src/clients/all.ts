/** The clients that are compared, and the file of each. */
export const clients = [
  { name: "bare fetch", file: "fetch" },
  { name: "openapi-fetch", file: "openapi-fetch" },
  { name: "exa-js", file: "exa-js" },
  { name: "ky", file: "ky" },
  { name: "ours", file: "ours" },
  { name: "ours, checked at run time", file: "ours-checked" },
] as const;
