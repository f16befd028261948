export type { TransportFault, TransportFaultOptions } from "./fault-responses.ts";
export { type FaultOptions, faults } from "./faults.ts";
export type { MetadataSemantics } from "./simulator/effects.ts";
export type { FailOptions, SimulatedFault } from "./simulator/faults.ts";
export type { RateLimit } from "./simulator/rate-limit.ts";
export { simulate } from "./simulator/simulate.ts";
export type {
  Listening,
  ReceivedRequest,
  Simulator,
  SimulatorOptions,
  WebsetSeed,
} from "./simulator/simulator.ts";
export { type Mock, type MockOptions, startMock } from "./start-mock.ts";
export { type WebsetExample, websetFixture } from "./webset-fixture.ts";
