/**
 * Adds tags to a Webset's metadata. Whether the API replaces metadata or merges it is not documented, so the whole map
 * is sent: what is there, and what is new.
 */
export async function addTags(client, id, tags) {
  const { metadata } = await client.get(id);
  return client.update(id, { metadata: { ...metadata, ...tags } });
}
