import type { Us } from "@bowline/kernel";
import { backOffMs, type Page, type PollFailure, type PredictionSource } from "./source.ts";
import type { SetTimer } from "./timer.ts";

export type AskerOptions = {
  readonly source: PredictionSource;
  readonly timer: SetTimer;
  readonly onFailure?: ((failure: PollFailure, failures: number) => void) | undefined;
};

/** Asks a source and counts what went unanswered in a row. */
export type Asker = {
  /** One question; `undefined` where there was no answer. */
  ask(after: string | undefined, asOfUs: Us): Promise<Page | undefined>;
  /** Asks until there is an answer. Throws when about a minute of back-off has brought none: the run has failed. */
  insist(after: string | undefined, asOfUs: Us): Promise<Page>;
  failures(): number;
};

const MOST_TRIES = 11;

export function makeAsker({ source, timer, onFailure }: AskerOptions): Asker {
  let failures = 0;
  const ask = async (after: string | undefined, asOfUs: Us): Promise<Page | undefined> => {
    const polled = await source.poll(after, asOfUs);
    failures = polled.ok ? 0 : failures + 1;
    if (polled.ok) return polled.value;
    onFailure?.(polled.error, failures);
    return undefined;
  };
  return {
    ask,
    async insist(after, asOfUs) {
      for (let tries = 1; tries <= MOST_TRIES; tries++) {
        const page = await ask(after, asOfUs);
        if (page !== undefined) return page;
        await new Promise<void>((resolve) => void timer(backOffMs(tries), resolve));
      }
      throw new Error(`the source of predictions gave no answer in ${MOST_TRIES} tries`);
    },
    failures: () => failures,
  };
}
