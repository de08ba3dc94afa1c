import { US_PER_SECOND, type Us } from "@bowline/kernel";

/** One request for bars of the past, as far as IB's limits look at it. */
export type PacedHistory = { readonly symbol: string; readonly identity: string };

/**
 * What IB takes (tws-api, historical limitations): 60 requests in ten minutes, no identical one within 15 seconds, five for one
 * contract in two seconds. Each span is a little longer here, as TWS counts when it reads. IB says of bars of a minute and more that
 * the limits are lifted, softly; they are kept for these, too: being refused costs more than waiting.
 */
const SPANS = {
  all: { us: 605 * US_PER_SECOND },
  identical: { most: 1, us: 16 * US_PER_SECOND },
  contract: { most: 5, us: 2.5 * US_PER_SECOND },
} as const;

/** How many requests IB takes in ten minutes. */
export const IB_HISTORY_PER_TEN_MINUTES = 60;

/** When bars of the past may be asked for. Times are of any one clock; `noteAt` may be told of the time before a restart. */
export type HistoryPace = {
  /** Microseconds until a request may go; 0: now. */
  waitUs(request: PacedHistory, nowUs: Us): number;
  noteAt(request: PacedHistory, atUs: Us): void;
};

/** `perTenMinutes`: how many requests may go in ten minutes, of whatever kind. */
export function makeHistoryPace(perTenMinutes: number): HistoryPace {
  let asked: { readonly request: PacedHistory; readonly atUs: Us }[] = [];
  return {
    waitUs(request, nowUs) {
      asked = asked.filter(({ atUs }) => atUs > nowUs - SPANS.all.us);
      const until = (
        span: { readonly most: number; readonly us: number },
        counts: (other: PacedHistory) => boolean,
      ): number => {
        const times = asked.filter((one) => counts(one.request)).map(({ atUs }) => atUs);
        const hindrance = times.sort((a, b) => a - b).at(-span.most);
        return hindrance === undefined ? 0 : hindrance + span.us - nowUs;
      };
      return Math.max(
        0,
        until({ ...SPANS.all, most: perTenMinutes }, () => true),
        until(SPANS.identical, ({ identity }) => identity === request.identity),
        until(SPANS.contract, ({ symbol }) => symbol === request.symbol),
      );
    },
    noteAt: (request, atUs) => void asked.push({ request, atUs }),
  };
}
