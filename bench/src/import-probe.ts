/** Imports a client in a fresh process, then makes one call with it; prints what both cost, in ms. */
import type { Make } from "./clients/client.ts";

const [client = "", baseUrl = ""] = process.argv.slice(2);
const start = performance.now();
const { make } = (await import(new URL(`clients/${client}.js`, import.meta.url).href)) as {
  make: Make;
};
const imported = performance.now() - start;
await make(baseUrl)("webset_1", { metadata: {} });
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ imported, life: (user + system) / 1000 }));
