/** Infos that a rewrite may cause, and why. Nothing else may be found. */
export const accepted: readonly (readonly [rewrite: RegExp, rule: RegExp, reason: string])[] = [];
