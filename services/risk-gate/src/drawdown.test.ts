import type { Event } from "@bowline/contracts";
import { shares, US_PER_DAY, us } from "@bowline/kernel";
import type { RiskLimits } from "@bowline/risk";
import {
  aClock,
  aFill,
  aJournal,
  anEntry,
  aQuote,
  at,
  checkMachineLaws,
  dollars,
  machineTest,
  T0,
} from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { account, cash, gate, intentOf, NOW, order, ready, replaceIntent, submitted } from "./test-gate.ts";

/** A tenth of equity is held, so a price a tenth lower is a hundredth of equity lost. */
const LIMITS: Partial<RiskLimits> = {
  drawdownTier1: 10_000,
  drawdownTier2: 20_000,
  drawdownTier3: 30_000,
  drawdownTier1Size: 500_000,
  drawdownTier2Size: 250_000,
  drawdownTier1Notional: "waived",
  drawdownTier2Notional: "waived",
  drawdownRecovery: 5000,
  maxDailyLoss: "waived",
  maxWeeklyLoss: "waived",
  maxMonthlyLoss: "waived",
  maxSymbolLosses: "waived",
  maxQuoteJump: "waived",
  duplicateOrderWindowMs: "waived",
};
const price = (seconds: number, px: string): Event =>
  aQuote({ quoteUs: at(seconds), bidPx: dollars(px), askPx: dollars((Number(px) + 0.02).toFixed(2)) });
/** A clock at a price, all alive. */
const beat = (seconds: number, px: string) => [
  price(seconds, px),
  { kind: "control.heartbeat", source: "market-data", clockUs: at(seconds) } as Event,
  anEntry(aClock({ nowUs: at(seconds) }), { seenUs: at(seconds) }),
];
const held = [
  aFill({ clOrdId: "OLD", execId: "old", lastQty: shares(100), lastPx: dollars("100") }),
  ...beat(NOW + 1, "100"),
];
const wanted = (clOrdId: string, seconds: number, qty = 100) =>
  intentOf(order({ clOrdId, ordType: "MKT", lmtPx: undefined, orderQty: shares(qty), expiresUs: at(seconds + 30) }), {
    seconds,
  });
/** What became of an order of so many shares after prices. */
const after = (pxs: readonly string[], qty = 100) => {
  const journal = pxs.flatMap((px, index) => beat(NOW + 2 + index, px));
  const { emitted } = machineTest(gate(LIMITS))
    .given([...ready, ...held, ...journal] as Event[])
    .when(wanted("NEW", NOW + 1 + pxs.length, qty));
  return emitted.map((event) =>
    event.kind === "order.approved"
      ? [Number(event.order.orderQty) / 1e6, event.wantedQty === undefined ? undefined : Number(event.wantedQty) / 1e6]
      : event.kind === "order.denied"
        ? event.reasons.map(({ code }) => code)
        : event.kind,
  );
};

describe("in a drawdown", () => {
  it("entries are whole above the first tier, halved in it, quartered in the second, none in the third", () => {
    expect(after(["90.1"])).toEqual([[100, undefined]]);
    expect(after(["89.9"])).toEqual([[50, 100]]);
    expect(after(["79.9"])).toEqual([[25, 100]]);
    expect(after(["69.9"])).toEqual([expect.arrayContaining(["TRADING_HALTED", "DRAWDOWN_TIER_3"])]);
  });
  it("an entry of which no share would be left is denied", () => {
    expect(after(["89.9"], 1)).toEqual([["NOTIONAL_BELOW_MIN", "DRAWDOWN_TIER_1"]]);
  });
  it("an exit stays whole", () => {
    const { emitted } = machineTest(gate(LIMITS))
      .given([...ready, ...held, ...beat(NOW + 2, "79.9")] as Event[])
      .when(
        intentOf(
          order({
            clOrdId: "OUT",
            purpose: "EXIT",
            side: "SELL",
            ordType: "MKT",
            lmtPx: undefined,
            expiresUs: at(NOW + 30),
          }),
          { seconds: NOW + 2 },
        ),
      );
    expect(emitted).toMatchObject([{ kind: "order.approved", order: { orderQty: shares(100) } }]);
  });
  it("no change makes an entry larger", () => {
    const working = submitted({ clOrdId: "ORDER000000000000001", lmtPx: dollars("80"), orderQty: shares(10) });
    const change = (qty: number) =>
      machineTest(gate(LIMITS))
        .given([
          ...ready,
          ...held,
          ...beat(NOW + 2, "79.9"),
          intentOf(order({ lmtPx: dollars("80"), orderQty: shares(40) }), { seconds: NOW + 2 }),
          working,
        ] as Event[])
        .when(
          anEntry(replaceIntent({ orderQty: shares(qty) }), {
            machine: "strategy.tech",
            epoch: 1,
            seenUs: at(NOW + 2),
          }),
        )
        .emitted.map((event) =>
          event.kind === "order.replace-denied" ? event.reasons.map(({ code }) => code) : event.kind,
        );
    expect(change(11)).toEqual([["DRAWDOWN_TIER_2"]]);
    expect(change(9)).toEqual(["order.replace-approved"]);
  });
  it("eases only by the recovery, after a full session, one tier at a time", () => {
    const day = (days: number) => us(T0 + days * US_PER_DAY);
    const morning = (days: number): Event[] => [
      aQuote({ quoteUs: day(days), bidPx: dollars("95"), askPx: dollars("95.02") }),
      aClock({ nowUs: day(days), sessionDate: `2013-10-${String(4 + days).padStart(2, "0")}`, openUs: day(days) }),
    ];
    const machine = gate(LIMITS);
    const depth = (): number => machine.state().equity.tier.depth;
    const depths: number[] = [];
    for (const entry of aJournal([...ready, ...held, ...beat(NOW + 2, "79.9")] as Event[]))
      machine.apply(entry, () => undefined);
    depths.push(depth());
    for (const days of [3, 4, 5, 6]) {
      for (const entry of aJournal(morning(days))) machine.apply(entry, () => undefined);
      depths.push(depth());
    }
    expect(depths).toEqual([2, 2, 1, 1, 0]);
  });
  it("a restart in the middle of it changes nothing: the same states, the same cuts", () => {
    const journal = aJournal([
      ...ready,
      ...held,
      ...beat(NOW + 2, "89.9"),
      wanted("A", NOW + 2),
      ...beat(NOW + 3, "79.9"),
      wanted("B", NOW + 3),
      ...beat(NOW + 4, "69.9"),
      wanted("C", NOW + 4),
      account("93000", [{ symbol: "AAPL", quantity: shares(100) }]),
      { kind: "control.resume", scope: "global", reason: "seen", by: "me" },
      ...beat(NOW + 5, "70"),
      wanted("D", NOW + 5),
    ] as Event[]);
    checkMachineLaws(
      () => gate({ ...LIMITS, breakerDailyLossHalt: cash("5000") }),
      journal,
      journal.map((_, index) => index),
    );
  });
});
