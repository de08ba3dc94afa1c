import type { BrokerPosition } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { breaksOf, type FirstBooks } from "./breaks.ts";

const position = (symbol: string, held: number): BrokerPosition => ({ symbol, quantity: shares(held) });
const books = (heard: readonly string[], ours: Readonly<Record<string, number>> = {}): FirstBooks => ({
  heard: (execId) => heard.includes(execId),
  differences: (positions) =>
    positions.flatMap(({ symbol, quantity }) =>
      Number(quantity) === Number(shares(ours[symbol] ?? 0))
        ? []
        : [{ symbol, ours: Number(shares(ours[symbol] ?? 0)), theirs: Number(quantity) }],
    ),
});

describe("what two sessions were told", () => {
  const executions = [
    { execId: "e1", symbol: "AAPL" },
    { execId: "e2", symbol: "MSFT" },
  ];
  it("breaks nowhere where both were told the same", () =>
    expect(breaksOf({ executions, positions: [position("AAPL", 10)] }, books(["e1", "e2"], { AAPL: 10 }))).toEqual(
      new Map(),
    ));
  it("breaks at each execution that the first was not told", () =>
    expect([...breaksOf({ executions, positions: [] }, books(["e1"]))]).toEqual([
      ["execution e2", { symbol: "MSFT", detail: "execution e2 was told to the drop copy alone" }],
    ]));
  it("breaks where the positions are others, each difference of its own", () => {
    const [first] = breaksOf({ executions: [], positions: [position("AAPL", 10)] }, books([], { AAPL: 4 }));
    expect(first).toEqual([
      "position AAPL 4000000 10000000",
      { symbol: "AAPL", detail: "the drop copy is told 10 held, our fills make 4" },
    ]);
    const [second] = breaksOf({ executions: [], positions: [position("AAPL", 11)] }, books([], { AAPL: 4 }));
    expect(second?.[0]).not.toBe(first?.[0]);
  });
});
