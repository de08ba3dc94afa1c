import type { Entry, Event } from "@bowline/contracts";
import { describe, expect, it } from "vitest";
import { makeHoldings } from "./holdings.ts";

const entry = (event: object, seenUs = 0): Entry =>
  ({ seq: 1, subject: "", header: { seenUs }, event: event as Event }) as Entry;
const opened = { kind: "position.opened", symbol: "AAPL", quantity: 5, clOrdId: "a" };
const submitted = (clOrdId: string, symbol: string) => ({ kind: "order.submitted", clOrdId, symbol });

describe("who holds what", () => {
  it("is told by positions, long or short, until they are closed", () => {
    const holdings = makeHoldings(["AAPL", "IBM"]);
    holdings.apply(entry(opened));
    expect([holdings.held(), holdings.directionOf("AAPL"), holdings.nextFree()]).toEqual([["AAPL"], "LONG", "IBM"]);
    holdings.apply(entry({ ...opened, kind: "position.flipped", quantity: -5 }));
    expect(holdings.directionOf("AAPL")).toBe("SHORT");
    holdings.apply(entry({ ...opened, kind: "position.closed", quantity: 0 }));
    expect([holdings.held(), holdings.directionOf("AAPL")]).toEqual([[], undefined]);
  });

  it("leaves out symbols with orders that may still do something, and takes the others in turns", () => {
    const holdings = makeHoldings(["AAPL", "GS", "IBM"]);
    holdings.apply(entry({ kind: "order.intent", order: { clOrdId: "a", symbol: "AAPL" } }));
    expect([holdings.nextFree(), holdings.nextFree(), holdings.nextFree()]).toEqual(["GS", "IBM", "GS"]);
    holdings.apply(entry({ kind: "order.denied", clOrdId: "a" }));
    holdings.apply(entry(submitted("b", "GS")));
    holdings.apply(entry(submitted("c", "IBM")));
    holdings.apply(entry({ kind: "order.filled", clOrdId: "b", leavesQty: 3 }));
    expect([holdings.nextFree(), holdings.nextFree()]).toEqual(["AAPL", "AAPL"]);
    holdings.apply(entry({ kind: "order.filled", clOrdId: "b", leavesQty: 0 }));
    expect(holdings.nextFree()).toBe("GS");
    holdings.apply(entry(submitted("d", "AAPL")));
    holdings.apply(entry(submitted("e", "GS")));
    expect(holdings.nextFree()).toBeUndefined();
  });
});
