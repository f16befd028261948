import { Exa } from "exa-js";
import { key, type Make } from "./client.ts";

export const make: Make = (baseUrl) => {
  const exa = new Exa(key, baseUrl);
  return (id, body) => exa.websets.update(id, body);
};
