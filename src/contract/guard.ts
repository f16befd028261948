import { ContractViolationError, InvalidInputError } from "../errors.ts";
import type { Exchange } from "../findings/exchange.ts";
import type { Finding } from "../findings/finding.ts";
import type { Checker } from "./check-exchange.ts";

/** What becomes of the findings of a client's calls. */
export interface GuardOptions {
  /** Gets each finding with the exchange that it was seen in, secrets masked; a refused request has no response. */
  readonly onFinding?:
    | ((finding: Finding, exchange: Pick<Exchange, "request"> & Partial<Exchange>) => unknown)
    | undefined;
  /** Throws where a successful answer has a finding of level `error`. */
  readonly strict?: boolean | undefined;
}

type Request = Exchange["request"];
type Response = Exchange["response"];

/** Guards the calls of a client: what it throws ends the call. */
export interface Guard {
  /**
   * Reports findings. What breaks the contract is not sent. An answer that does is thrown only if `strict`: a refusal
   * stays the error that it is, and what is new and undocumented breaks no consumer.
   * @param response absent before the request is sent.
   * @throws InvalidInputError | ContractViolationError
   */
  guard(options: GuardOptions, request: Request, response?: Response): void;
}

/** Lets a client ask these checks. Here and not in the client, so that only those who check carry it. */
export function createGuard(checker: Pick<Checker, "checkRequest" | "checkResponse">): Guard {
  return {
    guard({ onFinding, strict }, request, response) {
      const findings = response
        ? checker.checkResponse(request, response)
        : checker.checkRequest(request);
      const exchange = response ? { request, response } : { request };
      for (const finding of findings) observe(() => onFinding?.(finding, exchange));
      const worst = findings.find(({ level }) => !response || level === "error");
      if (!worst) return;
      const message = `${worst.id} at ${worst.location}`;
      if (!response) throw new InvalidInputError(message, { findings });
      if (strict && response.status >= 200 && response.status < 300)
        throw new ContractViolationError(message, { findings });
    },
  };
}

/** The failure of an observer, at once or later, must not become the call's. */
async function observe(observer: () => unknown): Promise<void> {
  try {
    await observer();
  } catch {}
}
