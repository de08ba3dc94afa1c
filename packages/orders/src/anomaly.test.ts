import { anEntry } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import type { OrderBook } from "./order-book.ts";
import { aBook } from "./test-support.ts";

describe("anomalies", () => {
  it("that must not be and halt are told again after a resume of what they halt, and of nothing else, over a restart too", () => {
    const anomaly = { code: "POSITION_UNEXPLAINED", subject: "AAPL", symbol: "AAPL", detail: "50" } as const;
    const { book } = aBook();
    const resume = (to: OrderBook, scope: string): void =>
      to.observe(anEntry({ kind: "control.resume", scope, reason: "seen", by: "me" }));
    const tells = (to: OrderBook): number => to.raise(anomaly, "HALT_SYMBOL").length;
    expect([tells(book), tells(book)]).toEqual([1, 0]);
    for (const scope of ["MSFT", "global"]) resume(book, scope);
    expect(tells(book)).toBe(0);
    resume(book, "AAPL");
    expect([tells(book), tells(book)]).toEqual([1, 0]);
    const again = aBook().book;
    again.observe(anEntry({ kind: "order.anomaly", ...anomaly, effect: "HALT_SYMBOL" }));
    expect(tells(again)).toBe(0);
    resume(again, "AAPL");
    expect(tells(again)).toBe(1);
    expect(book.raise({ ...anomaly, detail: "harmless" }, "NONE").length).toBe(1);
    resume(book, "AAPL");
    expect(book.raise({ ...anomaly, detail: "harmless" }, "NONE")).toEqual([]);
  });
});
