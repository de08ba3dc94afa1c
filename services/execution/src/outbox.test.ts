import { money, shares, us, US_PER_MINUTE } from "@bowline/kernel";
import type { OrderOutput } from "@bowline/orders";
import { aBar, anEntry, at } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { makeOutbox } from "./outbox.ts";

const account = { kind: "broker.account", accountId: "DU1", cash: 1, equity: 1, positions: [] } as never;
const about = { clOrdId: "c1", group: "tech", symbol: "AAPL" };
const accepted: OrderOutput = { event: { kind: "order.accepted", ...about, orderId: "1" }, placement: 0, cumQty: 0 };
const unknown: OrderOutput = { event: { kind: "order.unknown", ...about, reason: "why" }, placement: 0, cumQty: 0 };
const external: OrderOutput = {
  event: {
    kind: "broker.external-order",
    orderId: "9",
    symbol: "AAPL",
    side: "BUY",
    quantity: shares(1),
    orderRef: "",
  },
  placement: 9,
  cumQty: 0,
};
const session = { kind: "broker.session", state: "READY", reason: "", serverVersion: 193 } as const;

const pnl = { kind: "broker.pnl", accountId: "DU1" } as const;

describe("outbox", () => {
  it("gives bars by time and symbol, orders in their order, answers, the session, the account, its newest P&L", () => {
    const cause = anEntry(aBar());
    const outbox = makeOutbox((clOrdId) => (clOrdId === "c1" ? cause : undefined));
    outbox.setPnl({ ...pnl, dailyPnl: money(1) });
    outbox.setPnl({ ...pnl, dailyPnl: money(2) });
    outbox.setAccount(account, at(0));
    outbox.addSession(session);
    outbox.addAnswer({ event: { kind: "md.instrument" } as never });
    outbox.addOrders([external, accepted, unknown]);
    for (const [symbol, seconds] of [
      ["B", 5],
      ["A", 5],
      ["A", 10],
    ] as const)
      outbox.addBar(aBar({ symbol, closeUs: at(seconds) }));
    expect(outbox.size()).toBe(10);
    const taken = outbox.take();
    expect(taken.map(({ event }) => ("symbol" in event ? `${event.kind} ${event.symbol}` : event.kind))).toEqual([
      "md.bar A",
      "md.bar B",
      "md.bar A",
      "order.accepted AAPL",
      "order.unknown AAPL",
      "broker.external-order AAPL",
      "md.instrument",
      "broker.session",
      "broker.account",
      "broker.pnl",
    ]);
    expect(taken.at(-1)?.event).toMatchObject({ dailyPnl: 2 });
    expect(taken.find(({ event }) => event.kind === "order.accepted")?.cause).toBe(cause);
    expect([outbox.size(), outbox.take()]).toEqual([0, []]);
  });

  it("gives a start only the session and the doubts", () => {
    const outbox = makeOutbox(() => undefined);
    outbox.addOrders([accepted, unknown]);
    outbox.addSession(session);
    outbox.setAccount(account, at(0));
    expect(outbox.takeSession().map(({ event }) => event.kind)).toEqual(["order.unknown", "broker.session"]);
    expect(outbox.take().map(({ event }) => event.kind)).toEqual(["order.accepted", "broker.account"]);
  });

  it("drops bars that the journal has", () => {
    const outbox = makeOutbox(() => undefined);
    outbox.observe(anEntry(aBar({ closeUs: at(10) })));
    outbox.observe(anEntry(aBar({ closeUs: at(60), timeframe: "1m" })));
    for (const seconds of [5, 10, 15, 5]) outbox.addBar(aBar({ closeUs: at(seconds) }));
    expect(outbox.take().map(({ event }) => event)).toMatchObject([{ closeUs: at(5) }, { closeUs: at(15) }]);
  });

  it("tells an account that did not change once a minute", () => {
    const outbox = makeOutbox(() => undefined);
    const tell = (seconds: number): number => {
      outbox.setAccount(account, us(at(0) + seconds * 1_000_000));
      return outbox.take().length;
    };
    expect([tell(0), tell(5), tell(59), tell(US_PER_MINUTE / 1_000_000), tell(61)]).toEqual([1, 0, 0, 1, 0]);
  });
});
