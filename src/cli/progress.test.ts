import { expect, test } from "vitest";
import { createProgress } from "./progress.ts";

function draw(
  isTTY: boolean,
  total: number | undefined,
  steps: readonly [ms: number, done: number][],
) {
  let now = 0;
  let text = "";
  const out = {
    isTTY,
    write(more: string) {
      text += more;
    },
  };
  const progress = createProgress(out, total, () => now);
  for (const [ms, done] of steps) {
    now = ms;
    progress.update(done);
  }
  progress.end();
  return text;
}

test("draws a bar on a terminal, not too often, and takes it away", () => {
  const text = draw(true, 200, [
    [50, 10],
    [100, 100],
    [150, 120],
    [250, 200],
  ]);
  expect(text.split("\r\u001b[K")).toEqual([
    "",
    `${"█".repeat(12)}${"░".repeat(12)} 50 %`,
    `${"█".repeat(24)} 100 %`,
    "",
  ]);
});

test("counts where the total is unknown, and does not exceed one that was wrong", () => {
  expect(draw(true, undefined, [[100, 2 ** 20]])).toContain("1.0 MiB read");
  expect(draw(true, 10, [[100, 20]])).toContain("█ 100 %");
});

test("says nothing in a pipe, nor for a run that is over at once", () => {
  expect(draw(false, 200, [[500, 10]])).toBe("");
  expect(draw(true, 200, [[1, 200]])).toBe("");
});
