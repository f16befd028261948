// node rename.mjs <id> <title>, with EXA_API_KEY in the environment
import { createWebsetsClient, WebsetsError } from "exa-websets-client";

const [id = "", title = ""] = process.argv.slice(2);
const baseUrl = process.env.WEBSETS_URL; // undefined: Exa's own

try {
  const webset = await createWebsetsClient({ baseUrl }).update(id, { title });
  console.log(`${webset.id} is now called ${title}`);
} catch (error) {
  if (!(error instanceof WebsetsError)) throw error;
  console.error(`${error.message} (the update was ${error.delivery})`);
  process.exitCode = 1;
}
