/** Infos that a rewrite may cause, and why. Nothing else may be found. */
export const accepted: readonly (readonly [rewrite: RegExp, rule: RegExp, reason: string])[] = [
  [
    /^components renamed$/,
    /-discriminator-mapping-(added|deleted)$/,
    "where a component's name was a tag's value, the rewrite has to say so in a mapping that was not there",
  ],
];
