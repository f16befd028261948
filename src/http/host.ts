/** `#host`: what Node, Bun and Deno tell. Browsers do not: `imports` of package.json gives them `host-browser.ts`. */

const diagnostics = /* @__PURE__ */ globalThis.process?.getBuiltinModule?.(
  "node:diagnostics_channel",
);

/** Publishes on the diagnostics channel `exa-websets:<name>`. */
export function publish(name: string, event: object): void {
  diagnostics?.channel(`exa-websets:${name}`).publish(event);
}

/** Calls back where a failed fetch has certainly sent nothing: the connection was refused, or the host is unknown. */
export function onceUnsent(failure: unknown, callback: () => void): void {
  // Node tells in the cause's code, Bun in the code, Deno in the message.
  const { code, message, cause } = Object(failure);
  if (
    /refused|notfound|eai_a|failedto|dns/i.test(`${code}${message}${cause?.code}${cause?.message}`)
  )
    callback();
}
