import type { Event } from "@bowline/contracts";
import { clockAt } from "@bowline/market";
import { qty, us } from "@bowline/kernel";
import { aClock, aJournal, anEntry, at, dollars, figure } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { clock, gate, intentOf, lease, NOW, order, quote, ready, verdict } from "./test-gate.ts";

const approvals = (verdicts: readonly (readonly string[])[]): number =>
  verdicts.filter((codes) => codes.includes("order.approved")).length;

describe("[fault 46] clocks of two hosts that differ by two seconds", () => {
  it.each<[string, Event[]]>([
    ["the feed's host is ahead", [quote(NOW + 2)]],
    ["the clock's host is ahead", [clock(NOW + 2)]],
  ])("%s: CLOCK_SKEW", (_, given) => {
    const held = given.map((event) => anEntry(event, { seenUs: at(NOW) })) as unknown as Event[];
    const codes = verdict(held);
    figure("let through", approvals([codes]), "orders");
    expect(codes).toContain("CLOCK_SKEW");
  });
  it("the strategy's host is ahead: CLOCK_SKEW; within half a second nobody is", () => {
    const from = (aheadMs: number) => {
      const intent = intentOf(order());
      return verdict([], {
        ...intent,
        header: { ...intent.header, eventUs: us(intent.header.seenUs + aheadMs * 1000) },
      });
    };
    expect(from(2000)).toContain("CLOCK_SKEW");
    expect(from(500)).toEqual(["order.approved"]);
  });
});

it("[fault 50] market data that is crossed, zero, no number, half as high at once, or frozen, lets nobody in", () => {
  const bad: Readonly<Record<string, Parameters<typeof quote>[1]>> = {
    crossed: { bidPx: dollars("100.05"), doubts: "CROSSED" },
    zero: { bidPx: undefined, askPx: undefined, doubts: "ZERO BID, ZERO ASK" },
    "half as high": { bidPx: dollars("50"), askPx: dollars("50.02") },
    frozen: { doubts: "FROZEN" },
  };
  const verdicts = Object.values(bad).map((change) => verdict([quote(NOW, change)]));
  figure("let through", approvals(verdicts), "orders");
  for (const codes of verdicts) expect(codes).toContainEqual(expect.stringMatching(/^MARKET_DATA_/));
});

describe("[fault 51] the rules of the exchange", () => {
  const NEW_YORK = "America/New_York";
  it.each([
    ["a holiday", "2026-12-25T12:00"],
    ["a weekend", "2026-11-28T12:00"],
    ["the moment of an early close", "2026-11-27T13:00"],
    ["the moment of a close", "2026-11-30T16:00"],
  ])("%s: MARKET_CLOSED", (_, time) => {
    const nowUs = us(Temporal.PlainDateTime.from(time).toZonedDateTime(NEW_YORK).epochMilliseconds * 1000);
    const closed = anEntry(clockAt(nowUs), { seenUs: nowUs }) as unknown as Event;
    const codes = verdict([closed]);
    figure("let through", approvals([codes]), "orders");
    expect(codes).toContain("MARKET_CLOSED");
  });
  it("a halt, and the minute after it: SYMBOL_HALTED", () => {
    expect(verdict([quote(NOW, { halted: true, halt: "GENERAL" })])).toContain("SYMBOL_HALTED");
    const over = [quote(NOW - 30, { halted: true }), quote(NOW)].map((event) => event as Event);
    expect(verdict(over)).toEqual(["SYMBOL_HALTED"]);
  });
  it("a short sale where the price test may hold: SSR_PRICE_TEST", () => {
    const short = intentOf(order({ side: "SELL_SHORT" }));
    const lendable = quote(NOW, { shortable: "AVAILABLE", shortableQty: qty(1_000_000_000) });
    expect(verdict([lendable], short, { shortSalePriceTest: "enforced" })).toContain("SSR_PRICE_TEST");
  });
});

describe("[fault 56] services of different builds", () => {
  it("an intent of another build is denied, and once its lease is another's everything is HALTED: 0 orders", () => {
    const intent = intentOf(order());
    const foreign = { ...intent, header: { ...intent.header, build: "other" } };
    const mixed = anEntry(lease("execution", 2), { build: "other" }) as unknown as Event;
    const verdicts = [
      verdict([], foreign),
      verdict([mixed, clock(NOW + 1)], intentOf(order(), { seconds: NOW + 1 }), { breakerVersions: "enforced" }),
    ];
    figure("let through", approvals(verdicts), "orders");
    expect(verdicts[0]).toContain("VERSION_MISMATCH");
    expect(verdicts[1]).toContain("TRADING_HALTED");
  });
});

describe("[fault 57] a strategy that asks for 1,000 orders a second", () => {
  const LIMITS = {
    maxOrdersPerSecond: 5,
    maxStrategyOrdersPerMinute: 5,
    maxRefusalsPerMinute: 30,
    breakerRefusalsPerMinute: 60,
  };
  const runaway = (index: number) =>
    intentOf(order({ clOrdId: `RUN${index}`, strategy: "runaway", orderQty: qty(1_000_000 + index) }));
  const other = (index: number) => intentOf(order({ clOrdId: `OTHER${index}`, strategy: "other", symbol: "MSFT" }));

  /** What the gate says, and how long it takes for each order of the other strategy, in milliseconds. */
  function run(storm: number) {
    const machine = gate(LIMITS);
    const said: Event[] = [];
    for (const entry of aJournal(ready)) machine.apply(entry, () => undefined);
    const timesMs: number[] = [];
    for (let index = 0; index < 1000; index++) {
      if (index < storm) machine.apply(runaway(index), (event) => void said.push(event));
      const fromMs = performance.now();
      machine.apply(other(index), () => undefined);
      timesMs.push(performance.now() - fromMs);
    }
    machine.apply(anEntry(aClock({ nowUs: at(NOW + 1) }), { seenUs: at(NOW + 1) }), (event) => void said.push(event));
    return { said, timesMs, machine };
  }
  /** Of the best that each decision took in any of the runs: a machine that does other things stops one here, one there. */
  const p99Of = (runs: readonly ReturnType<typeof run>[]): number =>
    Array.from({ length: 1000 }, (_, index) => Math.min(...runs.map(({ timesMs }) => timesMs[index] ?? 0))).toSorted(
      (a, b) => a - b,
    )[989] ?? 0;

  it("is held to its limit, quarantined, and halted; the other's decisions take as long", () => {
    run(1000);
    const rounds = [1, 2, 3, 4, 5].map(() => ({ calm: run(0), stormy: run(1000) }));
    const stormy = rounds.map((round) => round.stormy);
    const { said, machine } = stormy[0]!;
    const count = said.filter(({ kind }) => kind === "order.approved").length;
    const grown = p99Of(stormy) / p99Of(rounds.map((round) => round.calm)) - 1;
    figure("approved", count, "of 1,000 orders");
    figure("a decision on another takes longer at p99 by", Math.round(grown * 1000) / 10, "%");
    expect(count).toBeLessThanOrEqual(LIMITS.maxStrategyOrdersPerMinute);
    const codes = said.flatMap((event) => (event.kind === "order.denied" ? event.reasons.map(({ code }) => code) : []));
    expect(codes).toContain("SOURCE_QUARANTINED");
    expect(machine.state().tradingStates.get("strategy:runaway")).toBe("HALTED");
    expect(machine.state().tradingStates.get("strategy:other")).not.toBe("REDUCING");
    expect(grown).toBeLessThan(1);
  });
});
