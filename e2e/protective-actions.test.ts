import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EventByKind } from "@bowline/contracts";
import { readExport } from "@bowline/report";
import { expect, it } from "vitest";
import { type Summary, bowline, makeHome, startDemo } from "./demo-process.ts";

const STRATEGY = `strategy: protective
description: Buys each symbol once, and works its stop.
groups: all
rules:
  - id: enter
    on: bar
    when:
      - position: { is: flat }
      - workingOrders: none
    do:
      enter:
        direction: LONG
        order: market
        bracket: { stopAtr: 2, targetAtr: 30 }
        size: { riskPerTrade: { equityPercent: 0.02, maxNotionalPercent: 8, maxNotional: 10000 } }
    maxFires: { perSession: 1 }
  - id: no-loss
    priority: 3
    on: bar
    when: position.r_multiple >= 0.5 && orders.stop_price < position.avg_price
    do: { moveStopToBreakEven: { offsetCents: 1 } }
  - id: ladder
    priority: 2
    on: bar
    do: { scaleOut: { steps: [{ percent: 50, r: 1 }] } }
  - id: follow
    priority: 1
    on: bar
    when: orders.stop_price >= position.avg_price
    do: { trail: { chandelier: 2 } }
`;

/** Prices and quantities in micros. */
type WireOrder = { readonly orderRef: string; readonly auxPx?: number; readonly totalQty: number };

/** What was written to the broker for each order, in its order: a change is the order once more. */
function writtenOrders(wireLog: string): readonly WireOrder[] {
  return readFileSync(wireLog, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { name: string; message?: { order?: WireOrder } })
    .flatMap(({ name, message }) => (name === "placeOrder" && message?.order !== undefined ? [message.order] : []));
}

it("rules move a position's stop at the broker: to break-even, smaller with each step out, and after the market; in the backtest alike", async () => {
  const home = makeHome();
  const file = (name: string, text = ""): string => {
    writeFileSync(join(home, name), text);
    return join(home, name);
  };
  const wireLog = join(home, "wire.jsonl");
  const strategy = file("strategy.yaml", STRATEGY);
  const groups = file("groups.yaml", "groups:\n  tech: [AAPL]\n");
  const args = ["--seed", "1", "--minutes", "8", "--strategy", strategy, "--groups", groups];
  const live = join(home, "live");
  const demo = await startDemo([...args, "--record", live], { BOWLINE_SIM_WIRE_LOG: wireLog }).summary();
  const ran = await bowline(["backtest", ...args, "--json"]);
  const backtest = JSON.parse(ran.out.trim().split("\n").at(-1) ?? "") as Summary;
  expect(backtest.decisionHash).toBe(demo.decisionHash);
  expect(demo.denied).toEqual({});

  const events = readExport(join(live, "export.jsonl")).map(({ event }) => event);
  const submitted = [...events].filter((event) => event.kind === "order.submitted");
  const stop = submitted.find(({ leg }) => leg === "STOP") as EventByKind<"order.submitted">;
  const [first, ...changes] = writtenOrders(wireLog).filter(({ orderRef }) => orderRef === stop.clOrdId);
  const prices = changes.map(({ auxPx = 0 }) => auxPx);
  expect(first?.auxPx).toBe(stop.stopPx);
  expect(prices.length).toBeGreaterThan(3);
  expect(prices.every((price, index) => price >= (prices[index - 1] ?? first?.auxPx ?? Infinity))).toBe(true);
  expect(prices.at(-1)).toBeGreaterThan(prices[0] ?? Infinity);
  const part = submitted.find(({ leg, rule }) => leg === "EXIT" && rule === "ladder");
  expect(part?.orderQty).toBeGreaterThan(0);
  expect(changes.at(-1)?.totalQty).toBe(stop.orderQty - (part?.orderQty ?? 0));
});
