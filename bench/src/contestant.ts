/**
 * One contestant in a process of its own, so that no other's code, shapes or garbage are in its way. Started by
 * `race.ts` with a module, whose `prepare` gives the work, and what to prepare.
 */
import { missingPackage } from "./missing.ts";
import type { Prepare, Reply, Turn } from "./race.ts";

const [module = "", input = "null"] = process.argv.slice(2);

function reply(message: Reply): void {
  process.send?.(message);
}

try {
  const { prepare } = (await import(module)) as { prepare: Prepare };
  const work = await prepare(JSON.parse(input) as never); // its own shape, which its case knows
  process.on("message", ({ times }: Turn) => {
    const before = process.cpuUsage();
    Promise.resolve(work(times)).then(
      () => {
        const { user, system } = process.cpuUsage(before);
        reply({ kind: "done", cpu: user + system });
      },
      (error: unknown) => reply({ kind: "failed", reason: `${error}` }),
    );
  });
  process.on("disconnect", () => process.exit());
  reply({ kind: "ready" });
} catch (error) {
  reply(reasonFor(error));
  process.disconnect?.();
}

function reasonFor(error: unknown): Reply {
  const name = missingPackage(error);
  if (name !== undefined) return { kind: "missing", name };
  return { kind: "failed", reason: error instanceof Error ? `${error.stack}` : `${error}` };
}
