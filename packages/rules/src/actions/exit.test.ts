import { shares } from "@bowline/kernel";
import { at } from "@bowline/testkit";
import { expect, test } from "vitest";
import type { Facts } from "../facts.ts";
import { aRule, someFacts } from "../testing/facts.ts";

const open = { quantity: shares(-5), enteredUs: at(1) };

test("closes an open position, and says how long its order counts", () => {
  expect(aRule({}).evaluate(someFacts({ position: open }))).toMatchObject({
    outcome: "FIRED",
    plans: [{ type: "exit", expiresMs: 2000 }],
  });
  const quick = aRule({ act: "{ exit: { expiresMs: 500 } }" });
  expect(quick.evaluate(someFacts({ position: open }))).toMatchObject({ plans: [{ expiresMs: 500 }] });
});

test("needs a position that is known, and no exit under way", () => {
  const blocker = (facts: Facts) => aRule({}).evaluate(facts);
  expect(blocker(someFacts())).toMatchObject({ outcome: "BLOCKED", firstBlocker: "exit.position" });
  expect(blocker(someFacts({ position: undefined }))).toMatchObject({ firstBlocker: "exit.position" });
  expect(blocker(someFacts({ position: open, exiting: true }))).toMatchObject({ firstBlocker: "exit.running" });
});

test("asks for no quote, no ATR and no equity: a position can always be left", () => {
  const facts = someFacts({ position: open, quote: undefined, atr: undefined, equity: undefined, feedAlive: false });
  expect(aRule({}).evaluate(facts)).toMatchObject({ outcome: "FIRED" });
});
