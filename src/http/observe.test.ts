import { channel } from "node:diagnostics_channel";
import { expect, onTestFinished, test } from "vitest";
import { observe, tell } from "./observe.ts";

test("builds no event where nobody listens", () => {
  tell({}, "request", () => {
    throw new Error("built");
  });
});

test("gives the hook and the channel of a name the same event", () => {
  const seen: unknown[] = [];
  const listener = (event: unknown) => void seen.push(event);
  channel("exa-websets:retry").subscribe(listener);
  onTestFinished(() => void channel("exa-websets:retry").unsubscribe(listener));
  tell({ retry: (event) => seen.push(event) }, "retry", () => ({ call: 1 }));
  expect(seen).toHaveLength(2);
  expect(seen[0]).toBe(seen[1]);
});

test("swallows what an observer throws, at once or later", async () => {
  const fail = () => {
    throw new Error("observer");
  };
  await observe(fail);
  await observe(async () => fail());
  tell({ request: fail }, "request", () => ({}));
});
