import { Simulation } from "./simulation.ts";
import type { Simulator, SimulatorOptions } from "./simulator.ts";

/**
 * A Websets API in memory, which remembers: it keeps Websets by id and externalId, changes what is sent, and refuses
 * what the contract refuses. Every answer is made from the contract's examples, and keeps the contract.
 * @throws TypeError where a seed is no Webset of the contract.
 */
export function simulate(options: SimulatorOptions = {}): Simulator {
  return new Simulation(options);
}
