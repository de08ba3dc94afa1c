import type { Switches } from "./switches.ts";

const TEN_MINUTES_MS = 600_000;
const TWO_SECONDS_MS = 2000;

/** A historical request as far as the pacing looks at it. */
export type PacedRequest = {
  /** Everything that makes it the same as another. */
  readonly identity: string;
  /** Contract, exchange and kind. */
  readonly contract: string;
  /** BID_ASK counts twice. */
  readonly weight: 1 | 2;
};

/** Why a request comes too soon; each is told with the same words by IB. */
export type PacingViolation = "IDENTICAL" | "CONTRACT" | "TEN_MINUTES";

/** The historical requests of a login, and whether one more is too many. */
export type HistoryPacing = { violates(request: PacedRequest, nowMs: number): PacingViolation | undefined };

type Limits = Pick<Switches, "historyPerTenMinutes" | "historySameSeconds" | "historyPerContract">;

/** A request that violates is not counted: it was not made. */
export function makeHistoryPacing(limits: () => Limits): HistoryPacing {
  let made: (PacedRequest & { readonly atMs: number })[] = [];
  const weigh = (requests: readonly PacedRequest[]): number => requests.reduce((sum, { weight }) => sum + weight, 0);
  return {
    violates: (request, nowMs) => {
      made = made.filter(({ atMs }) => atMs > nowMs - TEN_MINUTES_MS);
      const since = (ms: number) => made.filter(({ atMs }) => atMs > nowMs - ms);
      const { historySameSeconds, historyPerContract, historyPerTenMinutes } = limits();
      if (since(historySameSeconds * 1000).some(({ identity }) => identity === request.identity)) return "IDENTICAL";
      const same = since(TWO_SECONDS_MS).filter(({ contract }) => contract === request.contract);
      if (historyPerContract > 0 && weigh(same) + request.weight >= historyPerContract) return "CONTRACT";
      if (historyPerTenMinutes > 0 && weigh(made) + request.weight > historyPerTenMinutes) return "TEN_MINUTES";
      made.push({ ...request, atMs: nowMs });
      return undefined;
    },
  };
}

/** How many of something there may be in a time: `true` where one more is too many, and then it is not counted. */
export function makeQuota(most: () => number, windowMs: number): (nowMs: number) => boolean {
  let atMs: number[] = [];
  return (nowMs) => {
    atMs = atMs.filter((at) => at > nowMs - windowMs);
    if (most() > 0 && atMs.length >= most()) return true;
    atMs.push(nowMs);
    return false;
  };
}

/** Real-time bars: new requests in ten minutes. */
export const makeBarsQuota = (most: () => number): ((nowMs: number) => boolean) => makeQuota(most, TEN_MINUTES_MS);
