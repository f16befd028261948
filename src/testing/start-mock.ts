/** A mock of the API that is running. */
export interface Mock {
  /** The `baseUrl` for `createWebsetsClient`. */
  readonly baseUrl: string;
  /** Stops it and waits until it is gone; calling it again does no harm. */
  stop(): Promise<void>;
}

/** Options of `startMock`. */
export interface MockOptions {
  /** Where to listen on the loopback interface; a free port by default. */
  readonly port?: number;
  /** How long the start may take, in ms; 20 s by default. */
  readonly startTimeout?: number;
}

/**
 * Starts Prism on the packaged contract: it refuses what the contract refuses and answers with its examples. Ask for a
 * certain one with the header `Prefer`: `code=404`, `example=runningWebset`.
 *
 * Takes 1 to 3 s: once for a suite, not for each test. It ends with the process that started it.
 * @throws PrismError if `@stoplight/prism-cli` is not installed, the port is busy, or the time is up.
 */
export async function startMock({ port = 0, startTimeout }: MockOptions = {}): Promise<Mock> {
  // Loaded here, so that fixtures and faults can be used where there are no processes.
  const [{ startPrism }, { packagedContractPath }] = await Promise.all([
    import("./prism.ts"),
    import("../packaged-contract.ts"),
  ]);
  const { url, stop } = await startPrism(
    ["mock", packagedContractPath("yaml"), "--port", String(port)],
    startTimeout === undefined ? {} : { startTimeout },
  );
  return { baseUrl: url, stop };
}
