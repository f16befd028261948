import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { figure } from "../race.ts";
import type { Row } from "../results.ts";
import { target } from "../rows.ts";
import type { Case } from "./case.ts";

const project = fileURLToPath(new URL("../../..", import.meta.url));

/** The commands that a person waits for, and how long they may at most, in s. */
const commands = [
  { name: "npm run generate", args: ["run", "generate"], atMost: 5 },
  { name: "npm start", args: ["start"], atMost: 15 },
  { name: "npm test", args: ["test"], atMost: 30 },
];

/** What everyone who works on the project runs. */
export const commandTimes: Case = async ({ quick, say }) => {
  const rows: Row[] = [];
  for (const { name, args } of commands) {
    const walls: number[] = [];
    for (let i = 0; i < (quick ? 1 : 3); i++) {
      say(`  ${name}`);
      walls.push(await wallOf(name, args));
    }
    rows.push({ name, figures: { wall: figure(walls) } });
  }
  return {
    title: "The project's own commands",
    method: "Wall time, three runs.",
    columns: [{ key: "wall", title: "wall, s", digits: 1 }],
    rows,
    targets: commands.map(({ name, atMost }) =>
      target(rows, name, "wall", { text: `${name}, s`, atMost }),
    ),
  };
};

/** In s. @throws Error where the command fails. */
async function wallOf(name: string, args: readonly string[]): Promise<number> {
  const start = performance.now();
  const shell = process.platform === "win32"; // npm is a script there
  const child = spawn("npm", args, { cwd: project, stdio: "ignore", shell });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`${name} ended with code ${code}`);
  return (performance.now() - start) / 1000;
}
