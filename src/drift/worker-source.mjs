// Starts worker.ts in a checkout: a thread of Node 20 loads TypeScript only through tsx. Not part of the package.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
