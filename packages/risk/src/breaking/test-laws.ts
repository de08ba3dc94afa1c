import { micros, money, us, ZERO_QTY } from "@bowline/kernel";
import { aQuote, at } from "@bowline/testkit";
import { expect, it } from "vitest";
import type { LimitValues, Limits } from "../limits/limit.ts";
import type { StrategyView, SymbolView, SystemView } from "./breaker-view.ts";
import type { Breaker, RECOVERY, Watched } from "./define-breaker.ts";
import type { Reading } from "./measure.ts";

const nowUs = at(600);
const time = { nowUs, watchedUs: 600_000_000 };
const nothingLost = money(0);

/** Views of a market, a strategy and a system in which all is well. */
const VIEWS: { readonly SYMBOL: SymbolView; readonly STRATEGY: StrategyView; readonly SYSTEM: SystemView } = {
  SYMBOL: {
    ...time,
    quote: aQuote({ quoteUs: nowUs }),
    silentMs: 0,
    spread: 0,
    fiveMinuteMove: () => 0,
    minuteSigmas: () => 0,
    oddFills: [],
    unansweredMs: 0,
    nakedQty: ZERO_QTY,
  },
  STRATEGY: {
    ...time,
    streak: { losses: 0, lastUs: undefined },
    refusals: 0,
    slippage: 0,
    markout: 0,
    models: () => [],
  },
  SYSTEM: {
    ...time,
    dayMoveOf: () => 0,
    silentShare: () => 0,
    brokerDownMs: 0,
    heartbeatAgesMs: { "market-data": 0 },
    differsMs: 0,
    equityGap: 0,
    cashGap: nothingLost,
    pnlGap: 0,
    messages: { sent: 0, fills: 0 },
    decisions: 0,
    otherBuilds: [],
    fiveMinuteLoss: nothingLost,
    dayLoss: nothingLost,
    haltDayLoss: nothingLost,
    weekLoss: nothingLost,
    monthLoss: nothingLost,
    drawdownTier: 0,
  },
};

type View<W extends Watched> = Parameters<Breaker<W>["look"]>[0];

/** What a breaker does, as its test says it: the same questions for every breaker. */
export type BreakerLaws<W extends Watched, L extends Limits> = {
  readonly limits: LimitValues<L>;
  /** From the limit on, with the values that its reason names. */
  readonly over: Readonly<Record<string, readonly [Partial<View<W>>, Reading["detail"]]>>;
  /** Just below it: neither trips nor recovers. */
  readonly near?: Readonly<Record<string, Partial<View<W>>>>;
  /** A fifth below the limit, and less. */
  readonly calm?: Readonly<Record<string, Partial<View<W>>>>;
  /** What it cannot do without. */
  readonly missing?: Readonly<Record<string, Partial<View<W>>>>;
};

export function breaksBy<W extends Watched, L extends Limits>(breaker: Breaker<W, L>, laws: BreakerLaws<W, L>): void {
  const { limits, over, near = {}, calm = {}, missing = {} } = laws;
  const look = (changes: Partial<View<W>>, values: LimitValues<L> = limits): Reading =>
    breaker.look(
      { ...VIEWS[breaker.watches], ...changes } as View<W>,
      {
        breakerQuietMinutes: 5,
        breakerRecovery: 200_000,
        ...values,
      } as LimitValues<L & typeof RECOVERY>,
    );
  const waived = Object.fromEntries(Object.keys(limits).map((name) => [name, "waived"])) as LimitValues<L>;
  it("is calm where all is well", () => expect(look({})).toEqual({ at: "CALM", detail: {} }));
  it.each(Object.entries(over))("trips at %s, with the values", (_, [changes, detail]) => {
    expect(look(changes)).toEqual({ at: "OVER", detail });
    expect(look(changes, waived).at).toBe("CALM");
  });
  it.each(Object.entries(near))("does not trip below: %s", (_, changes) => expect(look(changes).at).toBe("NEAR"));
  it.each(Object.entries(calm))("recovers at %s", (_, changes) => expect(look(changes).at).toBe("CALM"));
  it.each(Object.entries(missing))("trips without %s", (what, changes) => {
    expect(look(changes)).toMatchObject({ at: "OVER", detail: { missing: what } });
    expect(look(changes, waived).at).toBe("CALM");
  });
}

export const ratio = (text: string): number => micros(text);
export const dollars = (text: string) => money(micros(text));
export const later = (seconds: number) => us(at(600) + seconds * 1_000_000);
