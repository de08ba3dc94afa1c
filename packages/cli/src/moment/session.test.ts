import { us } from "@bowline/kernel";
import { expect, test } from "vitest";
import { isRead, isWithin } from "./session.ts";

test.each([
  ["bw.md.quote.tech.AAPL", true],
  ["bw.md.quote.banks.JPM", false],
  ["bw.md.bar.1m.tech.AAPL", true],
  ["bw.md.bar.5s.tech.AAPL", false],
  ["bw.order.filled.banks.JPM", true],
  ["bw.control.strategy.demo", true],
  ["bw.control.heartbeat.risk-gate", true],
  ["bw.nothing.known", false],
])("a strategy of tech reads %s: %s", (subject, expected) => expect(isRead(subject, "tech")).toBe(expected));

test("up to an entry, or to all that was seen by a moment", () => {
  expect([isWithin({ seq: 5 }, 5, 900), isWithin({ seq: 5 }, 6, 1)]).toEqual([true, false]);
  expect([isWithin({ us: us(900) }, 99, 900), isWithin({ us: us(900) }, 1, 901)]).toEqual([true, false]);
});
