/** One body. */
export interface Input {
  readonly text: string;
  readonly value: unknown;
}

/** Works through the inputs from `first` on, so many times. */
export type Work = (times: number) => void;
