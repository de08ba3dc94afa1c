import { appendFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { us } from "@bowline/kernel";
import { foldTicks, makeBroker, makeSyntheticMarket, type OrderRequest } from "@bowline/matching";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Exchange, makeExchange } from "./exchange.ts";
import { openExchangeLog } from "./exchange-log.ts";

const market = makeSyntheticMarket({ seed: 3, sessions: 3, minutes: 1, groups: { tech: ["AAPL", "MSFT"] } });
let directory = "";

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "bowline-exchange-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

function open(folder: string, split = { seed: "3", ticks: 4 }): Exchange {
  const log = openExchangeLog(folder, "fingerprint");
  if (!log.ok) throw new Error(log.error);
  return makeExchange(market, makeBroker({ symbols: market.symbols }), log.value, split);
}

const anAction = fc.oneof(
  { weight: 2, arbitrary: fc.constant("step" as const) },
  { weight: 4, arbitrary: fc.constant("part" as const) },
  fc.record({
    symbol: fc.constantFrom("AAPL", "MSFT"),
    side: fc.constantFrom("BUY" as const, "SELL" as const),
    limit: fc.boolean(),
  }),
  fc.constant("cancel" as const),
);
type Action = typeof anAction extends fc.Arbitrary<infer T> ? T : never;

/** What can be seen of an exchange. */
const view = (exchange: Exchange) => {
  const { timeline, broker } = exchange;
  return JSON.stringify([
    timeline.position(),
    timeline.nextStepUs(),
    broker.quoteOf("AAPL"),
    timeline.volumeOf("AAPL"),
    broker.account(),
    broker.openOrders(),
    broker.completedOrders(),
    broker.executions(),
    broker.nextIbOrderId(1),
  ]);
};

const nextPartOf = (exchange: Exchange): number | undefined =>
  exchange.timeline.session() === undefined || exchange.timeline.isSessionPlayed() ? undefined : exchange.nextPartUs();

function act(exchange: Exchange, action: Action, id: number): void {
  const { timeline, broker } = exchange;
  const nowUs = us(timeline.stepUs() + id);
  if (action === "cancel") return void exchange.cancel(1, broker.openOrders()[0]?.ibOrderId ?? 1, nowUs);
  if (action === "step" || action === "part") {
    if (timeline.isSessionPlayed()) exchange.endSession();
    return timeline.session() === undefined ? undefined : void exchange[action]();
  }
  const bid = broker.quoteOf(action.symbol)?.bidPx;
  const limit =
    action.limit && bid !== undefined ? { ordType: "LMT" as const, lmtPx: bid } : { ordType: "MKT" as const };
  const { symbol, side } = action;
  exchange.place(
    {
      clientId: 1,
      ibOrderId: id,
      orderRef: `o${id}`,
      symbol,
      side,
      orderQty: 10_000_000 as OrderRequest["orderQty"],
      timeInForce: "GTC",
      transmit: true,
      ...limit,
    },
    nowUs,
  );
}

describe("the exchange's memory", () => {
  it("makes the same state again after a kill at any moment", () => {
    fc.assert(
      fc.property(fc.array(anAction, { maxLength: 60 }), (actions) => {
        const folder = mkdtempSync(join(directory, "run-"));
        const calm = open(mkdtempSync(join(directory, "calm-")));
        let killed = open(folder);
        for (const [index, action] of actions.entries()) {
          act(calm, action, index + 1);
          act(killed, action, index + 1);
          // A later life may be told to take steps apart otherwise; the one that has begun goes on as it was.
          if (index % 7 === 3) killed = open(folder);
          const otherwise = index % 7 === 4 ? open(folder, { seed: "3", ticks: 9 }) : calm;
          expect(view(otherwise)).toBe(view(calm));
        }
        const again = open(folder);
        expect(view(again)).toBe(view(calm));
        expect(nextPartOf(again)).toBe(nextPartOf(calm));
      }),
      { numRuns: 40 },
    );
  });

  it("plays parts that are the step: its bar, its last quote, its volume", () => {
    const whole = open(mkdtempSync(join(directory, "whole-"))).step();
    const exchange = open(directory);
    const parts = [exchange.part(), exchange.part(), exchange.part()];
    expect(exchange.timeline.position()).toBeUndefined();
    parts.push(exchange.part());
    expect(parts.map(({ simUs }) => whole.simUs - simUs)).toEqual([3_750_000, 2_500_000, 1_250_000, 0]);
    expect(parts.map(({ step }) => step)).toEqual([undefined, undefined, undefined, expect.anything()]);
    for (const [at, step] of whole.steps.entries())
      expect(foldTicks(parts.flatMap(({ ticks }) => ticks[at] ?? []))).toEqual(step);
    expect(parts[3]?.step?.steps).toEqual(whole.steps);
    expect(parts[1]?.before.get("MSFT")).toEqual(parts[0]?.ticks[1]);
    expect(exchange.timeline.volumeOf("AAPL")).toBe(whole.steps[0]?.volume);
  });

  it("forgets a record that a kill cut off", () => {
    const exchange = open(directory);
    exchange.step();
    const before = view(exchange);
    appendFileSync(join(directory, "session-0.jsonl"), '{"type":"step","st');
    const again = open(directory);
    expect(view(again)).toBe(before);
    again.step();
    expect(open(directory).timeline.position()).toEqual({ sessionIndex: 0, stepIndex: 1 });
  });

  it("keeps one session's log only", () => {
    const exchange = open(directory);
    for (let step = 0; step < 12; step++) exchange.step();
    exchange.endSession();
    expect(readdirSync(directory).sort()).toEqual(["checkpoint.json", "session-1.jsonl"]);
  });
});
