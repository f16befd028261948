export { type FaultOptions, faults } from "./faults.ts";
export { type Mock, type MockOptions, startMock } from "./start-mock.ts";
export { type WebsetExample, websetFixture } from "./webset-fixture.ts";
