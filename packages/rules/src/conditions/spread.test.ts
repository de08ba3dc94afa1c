import { dollars } from "@bowline/testkit";
import { expect, test } from "vitest";
import { NOTHING_KNOWN, shown, someFacts, truthsOf } from "../testing/facts.ts";

const quoted = (bid: string, ask: string) =>
  someFacts({ quote: { bidPx: dollars(bid), askPx: dollars(ask), halted: false } });

test("the limit itself still holds", () => {
  expect(truthsOf("spread: { maxBps: 2 }", quoted("99.99", "100.01"))).toEqual(["TRUE"]);
  expect(truthsOf("spread: { maxBps: 1.999999 }", quoted("99.99", "100.01"))).toEqual(["FALSE"]);
});

test("a locked market has no spread", () => {
  expect(truthsOf("spread: { maxBps: 0 }", quoted("100", "100"))).toEqual(["TRUE"]);
});

test("is UNKNOWN without both sides", () => {
  expect(truthsOf("spread: { maxBps: 10000 }", NOTHING_KNOWN)).toEqual(["UNKNOWN"]);
});

test("is shown in basis points", () => {
  expect(shown("spread: { maxBps: 5 }", quoted("14", "14.01"))).toBe("spread: 7.140307 bps [≤ 5 bps] FALSE");
});
