import type { Side } from "@bowline/contracts";
import { US_PER_DAY, micros, money, px, qty, shares, us } from "@bowline/kernel";
import { anEntry } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BrokerCallback } from "./broker-callback.ts";
import { REMEMBERED_US } from "./forget.ts";
import { type OrderLeg, submittedEvent } from "./legs.ts";
import { type OrderBook, makeOrderBook } from "./order-book.ts";

const START_US = 1_700_000_000_000_000;
const MINUTE_US = 60_000_000;
const legOf = (n: number): OrderLeg => ({
  clOrdId: `ORDER${String(n).padStart(15, "0")}`,
  leg: "ENTRY",
  accountId: "DU1234567",
  strategy: "demo",
  rule: "entry",
  group: "tech",
  symbol: n % 2 === 0 ? "AAPL" : "MSFT",
  side: "BUY",
  orderQty: shares(100),
  ordType: "LMT",
  lmtPx: px(micros("100")),
  timeInForce: "DAY",
  transmit: true,
});
const refOf = (n: number) => ({ orderId: String(10_000 + n), clOrdId: legOf(n).clOrdId, ibOrderId: n + 1 });
const about = (n: number) => ({ ref: refOf(n), symbol: legOf(n).symbol, side: "BUY" as Side });
const place = (book: OrderBook, n: number, atUs: number): void => {
  book.observe(anEntry(submittedEvent(legOf(n)), { seenUs: us(atUs) }));
  book.add(legOf(n), n + 1);
};
const open = (n: number): BrokerCallback => ({
  type: "openOrder",
  ...about(n),
  orderQty: shares(100),
  status: "Submitted",
});
const ended = (n: number): BrokerCallback => ({ type: "orderStatus", ref: refOf(n), status: "Cancelled" });
const executed = (n: number, k: number, at: { readonly atUs: number; readonly version?: number }): BrokerCallback => ({
  type: "execution",
  ...about(n),
  execId: `${(n + 1).toString(16).padStart(8, "0")}.${(k + 1).toString(16).padStart(8, "0")}.01.0${at.version ?? 1}`,
  lastQty: shares(at.version === 2 ? 0 : 10),
  lastPx: px(micros("100")),
  transactUs: us(at.atUs),
});
const charged = (callback: BrokerCallback): BrokerCallback => ({
  type: "commission",
  execId: callback.type === "execution" ? callback.execId : "",
  commission: money(1_000_000),
  currency: "USD",
});

/** A life of orders: every step is a callback at a time; a replay tells executions of up to seven days again. */
type Step = { readonly kind: "open" | "fill" | "end" | "fix" | "again"; readonly n: number; readonly waitUs: number };
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom<Step["kind"]>("open", "fill", "fill", "end", "fix", "again"),
    n: fc.nat(7),
    waitUs: fc.integer({ min: 0, max: 2 * US_PER_DAY }),
  }),
  { minLength: 5, maxLength: 60 },
);

function live(book: OrderBook, script: readonly Step[], forgets: boolean): readonly unknown[] {
  const told: unknown[] = [];
  const executions: { readonly callback: BrokerCallback; readonly atUs: number }[] = [];
  const hear = (callback: BrokerCallback): void => void told.push(...book.apply(callback).outputs);
  const endedUs = new Map<number, number>();
  let nowUs = START_US;
  for (const [index, { kind, n, waitUs }] of script.entries()) {
    nowUs += waitUs;
    if (forgets) book.forget(us(nowUs));
    // An order is gone for good once it was forgotten: its id is never used again.
    const order = Math.floor(index / 8) * 8 + n;
    const recent = executions.filter(({ atUs }) => nowUs - atUs < 7 * US_PER_DAY);
    if (book.get(legOf(order).clOrdId) === undefined && index % 8 === 0)
      for (let i = 0; i < 8; i += 1) place(book, index + i, nowUs);
    // The broker, too, is done with an order that ended longer ago than it tells executions of.
    if (nowUs - (endedUs.get(order) ?? nowUs) >= 7 * US_PER_DAY) continue;
    if (kind === "open") hear(open(order));
    if (kind === "end") {
      if (!endedUs.has(order)) endedUs.set(order, nowUs);
      hear(ended(order));
    }
    if (kind === "fill") {
      const callback = executed(order, index, { atUs: nowUs });
      executions.push({ callback, atUs: nowUs });
      hear(callback);
      hear(charged(callback));
    }
    const one = recent[n % Math.max(1, recent.length)];
    if (kind === "fix" && one !== undefined && one.callback.type === "execution")
      hear({ ...one.callback, execId: one.callback.execId.replace(/1$/, "2"), lastQty: qty(0) });
    if (kind === "again") for (const { callback } of recent) hear(callback);
  }
  return told;
}

describe("what is forgotten", () => {
  it("changes nothing that is told, whatever TWS tells again of seven days", () => {
    fc.assert(
      fc.property(steps, (script) => {
        expect(live(makeOrderBook(), script, true)).toEqual(live(makeOrderBook(), script, false));
      }),
      { numRuns: 100 },
    );
  });

  it("is an order that ended more than eight days ago, with its executions, and no open one", () => {
    const book = makeOrderBook();
    for (const n of [0, 1]) place(book, n, START_US);
    for (const n of [0, 1]) book.apply(executed(n, 0, { atUs: START_US }));
    book.apply(ended(0));
    expect(book.forget(us(START_US))).toEqual([]);
    expect(book.forget(us(START_US + REMEMBERED_US))).toEqual([]);
    expect(book.forget(us(START_US + REMEMBERED_US + 1))).toEqual([legOf(0).clOrdId]);
    expect([book.get(legOf(0).clOrdId), book.find({ orderId: "10000" }), book.find({ ibOrderId: 1 })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(book.open().map(({ leg }) => leg.clOrdId)).toEqual([legOf(1).clOrdId]);
    expect(book.apply(executed(1, 0, { atUs: START_US })).outputs).toEqual([]);
    expect(book.apply(executed(1, 0, { atUs: START_US, version: 2 })).outputs.map(({ event }) => event.kind)).toEqual([
      "order.corrected",
    ]);
  });

  it("is not booked again when it is told all the same: its symbol is halted, once", () => {
    const book = makeOrderBook();
    place(book, 0, START_US);
    book.apply(executed(0, 0, { atUs: START_US }));
    book.apply(ended(0));
    for (const days of [0, 9]) book.forget(us(START_US + days * US_PER_DAY));
    const again = () => book.apply(executed(0, 0, { atUs: START_US })).outputs.map(({ event }) => event);
    expect(again()).toMatchObject([
      { kind: "order.anomaly", code: "EXECUTION_TOO_OLD", symbol: "AAPL", effect: "HALT_SYMBOL" },
    ]);
    expect(again()).toEqual([]);
  });

  it("leaves the rank of what comes after as it was", () => {
    const book = makeOrderBook();
    for (const n of [0, 1, 2]) place(book, n, START_US);
    for (const n of [0, 1]) book.apply(ended(n));
    for (const days of [0, 9]) book.forget(us(START_US + days * US_PER_DAY));
    place(book, 3, START_US + 9 * US_PER_DAY);
    expect(book.open().map(({ placement }) => placement)).toEqual([2, 3]);
  });

  it("keeps memory and time per order flat over 100,000 orders, one in ten minutes", { timeout: 60_000 }, () => {
    const book = makeOrderBook();
    const spaceUs = 10 * MINUTE_US;
    const bound = REMEMBERED_US / spaceUs + 200;
    const liveThrough = (first: number, last: number): number => {
      const { user } = process.threadCpuUsage();
      for (let n = first; n < last; n += 1) {
        const nowUs = START_US + n * spaceUs;
        book.add(legOf(n), n + 1);
        for (const callback of [executed(n, 0, { atUs: nowUs }), ended(n)]) book.apply(callback);
        if (n % 100 === 0) book.forget(us(nowUs));
        if (book.open().length > 0 || book.mayWork().length > 0) throw new Error("an ended order counts as open");
      }
      return process.threadCpuUsage().user - user;
    };
    const known = (last: number): number => {
      let count = 0;
      for (let n = 0; n < last; n += 1) if (book.get(legOf(n).clOrdId) !== undefined) count += 1;
      return count;
    };
    liveThrough(0, 10_000);
    const early = liveThrough(10_000, 30_000);
    expect(known(30_000)).toBeLessThan(bound);
    liveThrough(30_000, 80_000);
    const late = liveThrough(80_000, 100_000);
    expect(known(100_000)).toBeLessThan(bound);
    // The time of this thread alone; a list of all orders on each call would be many times the one of before.
    expect(late).toBeLessThan(early * 2);
  });
});
