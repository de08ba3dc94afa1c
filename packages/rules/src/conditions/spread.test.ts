import { dollars } from "@bowline/testkit";
import { expect, test } from "vitest";
import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, shown, someFacts } from "../testing/facts.ts";

const quoted = (bid: string, ask: string) =>
  someFacts({ quote: { bidPx: dollars(bid), askPx: dollars(ask), halted: false } });

// The limit itself still holds, and a locked market has no spread.
testCondition("spread", {
  holds: [
    ["{ maxBps: 2 }", quoted("99.99", "100.01")],
    ["{ maxBps: 0 }", quoted("100", "100")],
  ],
  fails: [["{ maxBps: 1.999999 }", quoted("99.99", "100.01")]],
  unknown: [["{ maxBps: 10000 }", NOTHING_KNOWN]],
});

test("is shown in basis points", () => {
  expect(shown("spread: { maxBps: 5 }", quoted("14", "14.01"))).toBe("spread: 7.140307 bps [≤ 5 bps] FALSE");
});
