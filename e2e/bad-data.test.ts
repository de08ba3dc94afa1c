import type { EventByKind } from "@bowline/contracts";
import { figure } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Story, tellStory } from "./breaker-story.ts";
import { ENTERS_AND_LEAVES } from "./breaker-strategy.ts";
import { type LiveSystem, startLive } from "./live-system.ts";

/** What is told of a symbol, the doubt that the feed must have of it before it is asked for an order, and a symbol of which all is well. */
const BAD = [
  { symbol: "AAPL", good: "XOM", how: "crossed", doubt: /CROSSED/ },
  { symbol: "AMD", good: "WMT", how: "zero", doubt: /ZERO/ },
  { symbol: "BAC", good: "PEP", how: "nan", doubt: /ZERO/ },
  { symbol: "GS", good: "CVX", how: "moved", percent: 50, doubt: /SPIKING/ },
  { symbol: "C", good: "JPM", how: "moved", percent: -50, doubt: /SPIKING/ },
  { symbol: "KO", good: "COP", how: "frozen", doubt: /FROZEN/ },
] as const;
const NOTICED_MS = 90_000;
const SETTLED_MS = 8000;

let live: LiveSystem;
let story: Story;

describe("bad market data, on a running system", { tags: ["all"], timeout: 400_000 }, () => {
  beforeAll(async () => {
    live = await startLive({}, ENTERS_AND_LEAVES);
    story = tellStory(live);
    await live.demo.reached(15);
  }, 180_000);
  afterAll(async () => live.stop());

  const ordersFor = (symbol: string): number =>
    live.entries().filter(({ event }) => event.kind === "order.approved" && event.order.symbol === symbol).length;

  it.each(BAD)("[fault 50] $how ($symbol): 0 orders", async ({ symbol, good, how, doubt, ...more }) => {
    story.begin();
    const at = live.entries().at(-1)?.seq ?? 0;
    await live.fault("distort-data", { symbols: [symbol], how, ...more });
    const isDoubted = (quote: EventByKind<"md.quote">): boolean =>
      quote.symbol === symbol && doubt.test(quote.doubts ?? "");
    await live.waitFor("md.quote", (e, { seq }) => seq > at && isDoubted(e), NOTICED_MS);
    for (const direction of ["LONG", "SHORT"] as const) await live.push(symbol, { direction });
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
    for (const direction of ["LONG", "SHORT"] as const) await live.push(symbol, { direction });
    // What comes later in the journal was decided later.
    await story.filled(good, { direction: "LONG" });
    figure(`${how}: let through`, ordersFor(symbol), "orders");
    expect(ordersFor(symbol)).toBe(0);
  });
});
