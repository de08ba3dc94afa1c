import type { Entry, Event } from "@bowline/contracts";
import {
  aClock,
  aJournal,
  aQuote,
  aSignal,
  arbitraryEvents,
  arbitraryJournal,
  at,
  checkMachineLaws,
  dollars,
} from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STRATEGY_YAML, aDesk, aMachine, ready, says } from "./testing/scenario.ts";

/** As the other tests' strategy, but the entry waits for a quote that is narrow enough. */
const ON_QUOTE = STRATEGY_YAML.replace("  - id: enter\n    on: prediction", "  - id: enter\n    on: quote").replace(
  "maxBps: 10",
  "maxBps: 1",
);

const wide = (): Event => aQuote({ quoteUs: at(61) });
const narrow = (second: number): Event =>
  aQuote({ bidPx: dollars("100"), askPx: dollars("100.01"), quoteUs: at(second) });

const refused = (withdraws: boolean): Event => ({
  kind: "signal.refused",
  group: "none",
  symbol: "none",
  predictionId: "p1",
  reasons: [{ code: "LOW_CONFIDENCE", detail: [] }],
  raw: "",
  withdraws,
});

describe("a rule on quotes", () => {
  test("enters on the quote that fulfils it, not on the prediction before", () => {
    const desk = aDesk(aMachine(ON_QUOTE));
    expect(desk.tell(...ready(), aSignal(), wide()).intents).toEqual([]);
    const { intents, decisions } = desk.tell(narrow(62));
    expect(intents).toMatchObject([{ symbol: "AAPL", side: "BUY", triggerKey: `quote:${at(62)}`, rule: "enter" }]);
    expect(decisions).toMatchObject([{ rule: "enter", outcome: "FIRED", clOrdId: intents[0]?.clOrdId }]);
  });

  test("goes by what it has when what was refused takes nothing back", () => {
    const desk = aDesk(aMachine(ON_QUOTE));
    expect(desk.tell(...ready(), aSignal(), refused(false), narrow(62)).intents).toHaveLength(1);
  });

  test("is asked for quotes of its own symbols alone", () => {
    const desk = aDesk(aMachine(ON_QUOTE));
    desk.tell(...ready(), aSignal());
    expect(desk.tell(aQuote({ symbol: "XYZ", bidPx: dollars("100") })).emitted).toEqual([]);
    const other = desk.tell(aQuote({ symbol: "MSFT", bidPx: dollars("100") }));
    expect(other.intents).toEqual([]);
    expect(other.decisions).toMatchObject([{ symbol: "MSFT", outcome: "BLOCKED" }]);
  });

  test("does not fire on one quote after the other: it rests, whatever became of the order", () => {
    const desk = aDesk(aMachine(ON_QUOTE));
    const [order] = desk.tell(...ready(), aSignal({ validUntilUs: at(7200) }), narrow(62)).intents;
    desk.tell(says.denied(order!));
    const quotes = Array.from({ length: 100 }, (_, index) => [aClock({ nowUs: at(63 + index) }), narrow(63 + index)]);
    const resting = desk.tell(...quotes.flat());
    expect(resting.intents).toEqual([]);
    expect(resting.decisions).toMatchObject([{ firstBlocker: "cooldown" }]);
    expect(desk.tell(aClock({ nowUs: at(361) }), narrow(361)).intents).toEqual([]);
    expect(desk.tell(aClock({ nowUs: at(362) }), narrow(362)).intents).toHaveLength(1);
  });

  const without = (kind: string) => ready().filter((event) => event.kind !== kind);
  test.each<[string, readonly Event[], string]>([
    ["without a prediction", [...ready(), narrow(62)], "prediction.direction"],
    [
      "on one that has expired",
      [...ready(), aSignal({ validUntilUs: at(62) }), aClock({ nowUs: at(62) }), narrow(62)],
      "prediction.direction",
    ],
    ["on one that the model took back", [...ready(), aSignal(), refused(true), narrow(62)], "prediction.direction"],
    ["where a side of the market is missing", [...ready(), aSignal(), aQuote({ bidPx: undefined })], "spread"],
    ["in a crossed market", [...ready(), aSignal(), aQuote({ bidPx: dollars("100.02") })], "spread"],
    ["before the ATR is warm", [...without("md.history"), aSignal(), narrow(62)], "atr"],
    ["without an equity", [...without("account"), aSignal(), narrow(62)], "enter.equity"],
    ["before the first clock", [...without("control.clock"), aSignal(), narrow(62)], "time.toClose"],
  ])("orders nothing %s, and the record names the fact, once", (_, events, firstBlocker) => {
    const desk = aDesk(aMachine(ON_QUOTE));
    const { intents, decisions } = desk.tell(...events);
    const last = decisions.findLast(({ rule }) => rule === "enter");
    expect(intents).toEqual([]);
    expect(last).toMatchObject({ outcome: "BLOCKED", firstBlocker });
    const leaf = last?.leaves.find(({ name }) => name === firstBlocker);
    expect(leaf?.result).toBe("UNKNOWN");
    expect(desk.tell(events.at(-1) as Event).decisions).toEqual([]);
  });

  test("keeps the laws of a machine", () => {
    const forAapl = (event: Event): Event => ("symbol" in event ? ({ ...event, symbol: "AAPL" } as Event) : event);
    fc.assert(
      fc.property(arbitraryJournal(arbitraryEvents().map(forAapl)), (journal: readonly Entry[]) =>
        checkMachineLaws(() => aMachine(ON_QUOTE), journal),
      ),
      { numRuns: 50 },
    );
    checkMachineLaws(() => aMachine(ON_QUOTE), aJournal([...ready(), aSignal(), wide(), narrow(62), narrow(63)]));
  });
});

describe("a quote that is not one to enter on", () => {
  const entryAfter = (quote: Event, quoteStaleMs?: number) => {
    const desk = aDesk(aMachine(ON_QUOTE, quoteStaleMs));
    const { intents, decisions } = desk.tell(...ready(), aSignal(), quote);
    const last = decisions.findLast(({ rule }) => rule === "enter");
    const leaf = last?.leaves.find(({ name }) => name === last.firstBlocker);
    return { intents, blocker: leaf === undefined ? undefined : `${leaf.name} ${leaf.value} ${leaf.result}` };
  };
  const onQuote = (changes: Parameters<typeof aQuote>[0]) =>
    entryAfter(aQuote({ bidPx: dollars("100"), askPx: dollars("100.01"), quoteUs: at(62), ...changes }));

  test.each([
    [{ doubts: "SPIKING BID" }, "enter.quote SPIKING BID FALSE"],
    [{ doubts: "FROZEN" }, "enter.quote FROZEN FALSE"],
    [{ dataType: "DELAYED" }, "enter.quote DELAYED FALSE"],
    [{ dataType: "FROZEN", doubts: "LOCKED" }, "enter.quote FROZEN, LOCKED FALSE"],
    [{ halted: true, halt: "VOLATILITY" }, "enter.quote halted FALSE"],
  ] as const)("fires no entry: %j, and the record names it", (changes, blocker) => {
    expect(onQuote(changes)).toEqual({ intents: [], blocker });
  });
  test("fires none when its feed was not heard for longer than the bound", () => {
    expect(entryAfter(narrow(40), 15_000)).toEqual({
      intents: [],
      blocker: "spread UNKNOWN: market.spread_bps UNKNOWN",
    });
    expect(entryAfter(narrow(40), 30_000).intents).toHaveLength(1);
  });
  test("fires where nothing is wrong with it, and the next good one fires again", () => {
    expect(onQuote({ dataType: "LIVE", halt: "NONE" }).intents).toHaveLength(1);
    const desk = aDesk(aMachine(ON_QUOTE));
    expect(desk.tell(...ready(), aSignal(), aQuote({ doubts: "FROZEN", quoteUs: at(62) })).intents).toEqual([]);
    expect(desk.tell(narrow(63)).intents).toHaveLength(1);
  });
});
