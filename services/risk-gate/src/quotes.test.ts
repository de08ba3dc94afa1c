import type { Event, EventByKind } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { at, checkMachineLaws, aJournal, dollars } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { account, gate, instrument, intentOf, NOW, order, quote, ready, verdict } from "./test-gate.ts";

type Change = Parameters<typeof quote>[1];

const divergence = (state: "DIVERGENT" | "AGREES"): EventByKind<"md.divergence"> => ({
  kind: "md.divergence",
  group: "tech",
  symbol: "AAPL",
  state,
  source: "other",
  firstPx: dollars("100"),
  secondPx: dollars("102"),
  deviation: 20_000,
  bound: 10_000,
  sinceUs: at(60),
});
/** A hundred AAPL are held, and an order would sell them. */
const held: Event[] = [account("100000", [{ symbol: "AAPL", quantity: shares(100), marketPx: dollars("100") }])];
const exit = intentOf(order({ side: "SELL", purpose: "EXIT" }));
const journalOfHeld = [...ready.filter(({ kind }) => kind !== "broker.account"), ...held, instrument("AAPL")];

const exitAfter = (...given: Event[]): string[] => {
  const machine = gate();
  const out: string[] = [];
  for (const entry of aJournal([...journalOfHeld, ...given])) machine.apply(entry, () => undefined);
  machine.apply(exit, (event) =>
    out.push(...(event.kind === "order.denied" ? event.reasons.map(({ code }) => code) : [event.kind])),
  );
  return out;
};

describe("a quote", () => {
  it.each<[string, Change, string[]]>([
    ["spikes", { doubts: "SPIKING ASK" }, ["MARKET_DATA_DOUBTFUL"]],
    ["is frozen", { doubts: "FROZEN" }, ["MARKET_DATA_DOUBTFUL"]],
    ["has nobody on a side", { doubts: "ZERO BID" }, ["MARKET_DATA_DOUBTFUL"]],
  ])("that %s lets nobody in, and whoever is in out", (_, change, codes) => {
    expect(verdict([quote(NOW, change)])).toEqual(codes);
    expect(exitAfter(quote(NOW, change))).toEqual(["order.approved"]);
  });
  it.each<[string, Change, string[]]>([
    ["crossed", { bidPx: dollars("100.02"), doubts: "CROSSED" }, ["MARKET_DATA_INSANE", "MARKET_DATA_DOUBTFUL"]],
    ["locked", { bidPx: dollars("100.01"), doubts: "LOCKED" }, ["MARKET_DATA_INSANE", "MARKET_DATA_DOUBTFUL"]],
    ["delayed", { dataType: "DELAYED" }, ["MARKET_DATA_NOT_LIVE"]],
    ["frozen at the close", { dataType: "FROZEN" }, ["MARKET_DATA_NOT_LIVE"]],
    ["paused for volatility", { halted: true, halt: "VOLATILITY" }, ["SYMBOL_HALTED"]],
  ])("that is %s prices nothing: neither entry nor exit", (_, change, codes) => {
    const ofQuotes = (found: readonly string[]) => found.filter((code) => /^(MARKET_DATA|SYMBOL)/.test(code));
    expect(ofQuotes(verdict([quote(NOW, change)]))).toEqual(codes);
    expect(ofQuotes(exitAfter(quote(NOW, change)))).toEqual(codes.filter((code) => code !== "MARKET_DATA_DOUBTFUL"));
  });
  it("is trusted again with the next one that is good", () => {
    expect(verdict([quote(NOW, { doubts: "FROZEN", dataType: "DELAYED" }), quote(NOW)])).toEqual(["order.approved"]);
  });
});

describe("a second source", () => {
  it("that says another price lets nobody in, and whoever is in out, until it agrees again", () => {
    expect(verdict([divergence("DIVERGENT")])).toEqual(["MARKET_DATA_DIVERGENT"]);
    expect(exitAfter(divergence("DIVERGENT"))).toEqual(["order.approved"]);
    expect(verdict([divergence("DIVERGENT"), divergence("AGREES")])).toEqual(["order.approved"]);
  });
  it("says so of its symbol alone", () => {
    expect(verdict([{ ...divergence("DIVERGENT"), symbol: "MSFT" }])).toEqual(["order.approved"]);
  });
  it("is remembered over a restart", () => {
    checkMachineLaws(gate, aJournal([...ready, divergence("DIVERGENT"), ...held]));
  });
});
