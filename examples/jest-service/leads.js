const { createWebsetsClient, NotFoundError } = require("exa-websets-client");
const { contract } = require("exa-websets-client/contract");

/** Notes who owns a Webset; false where there is none. */
async function assign(id, owner, client = createWebsetsClient({ contract })) {
  try {
    await client.update(id, { metadata: { owner } });
    return true;
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}

module.exports = { assign };
