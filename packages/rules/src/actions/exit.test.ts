import { shares } from "@bowline/kernel";
import { at } from "@bowline/testkit";
import { expect, test } from "vitest";
import { evaluate } from "../evaluate.ts";
import { aRule, someFacts } from "../testing/facts.ts";

const open = { quantity: shares(-5), enteredUs: at(1) };

test("closes an open position, and says how long its order counts", () => {
  expect(evaluate(aRule({}), someFacts({ position: open }))).toEqual({
    outcome: "FIRED",
    plan: { type: "exit", expiresMs: 2000 },
  });
  const quick = aRule({ act: "{ exit: { expiresMs: 500 } }" });
  expect(evaluate(quick, someFacts({ position: open }))).toMatchObject({ plan: { expiresMs: 500 } });
});

test("needs a position that is known, and no exit under way", () => {
  const blocker = (facts: Parameters<typeof evaluate>[1]) => evaluate(aRule({}), facts);
  expect(blocker(someFacts())).toMatchObject({ outcome: "BLOCKED", firstBlocker: "exit.position" });
  expect(blocker(someFacts({ position: undefined }))).toMatchObject({ firstBlocker: "exit.position" });
  expect(blocker(someFacts({ position: open, exiting: true }))).toMatchObject({ firstBlocker: "exit.running" });
});

test("asks for no quote, no ATR and no equity: a position can always be left", () => {
  const facts = someFacts({ position: open, quote: undefined, atr: undefined, equity: undefined, feedAlive: false });
  expect(evaluate(aRule({}), facts)).toMatchObject({ outcome: "FIRED" });
});
