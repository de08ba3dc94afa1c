import { shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { expect, test } from "vitest";
import { changeFlips, changedLeg } from "./change-order.ts";
import { BRACKET, aBook, aStatus, anExecution, anOpenOrder, dollarsPx } from "./test-support.ts";

const of = (clOrdId: string, terms: object) => ({ clOrdId, replaceId: "r1", ...terms });
const held = (count: number) => () => shares(count);

/** 100 bought in a bracket, with its legs working. */
const filled = () => {
  const made = aBook(anOrder({ bracket: BRACKET }));
  made.book.apply(anOpenOrder("Submitted"));
  made.book.apply(anExecution("e1", 100));
  made.book.apply(aStatus("Filled", 100));
  return made;
};

test("a stop may move as long as it is no more than the position, and what only takes away always may", () => {
  const { book } = filled();
  const moved = of(BRACKET.stopClOrdId, { stopPx: dollarsPx("99.5") });
  expect(changeFlips(book, moved, held(100))).toBeUndefined();
  expect(changeFlips(book, moved, held(60))).toContain("EXITS_EXCEED_POSITION");
  expect(changeFlips(book, moved, held(0))).toContain("NO_POSITION");
  expect(changeFlips(book, of(BRACKET.stopClOrdId, { orderQty: shares(40) }), held(0))).toBeUndefined();
  expect(changeFlips(book, of(BRACKET.stopClOrdId, { orderQty: shares(101) }), held(100))).toContain("EXITS_EXCEED");
});

test("a stop whose entry still fills may be as large as what that brings", () => {
  const { book } = aBook(anOrder({ bracket: BRACKET }));
  book.apply(anOpenOrder("Submitted"));
  expect(changeFlips(book, of(BRACKET.stopClOrdId, { stopPx: dollarsPx("99.5") }), held(0))).toBeUndefined();
  expect(changeFlips(book, of(BRACKET.stopClOrdId, { orderQty: shares(101) }), held(0))).toBe(
    "it would be more than its entry",
  );
});

test("the order is written again with its new terms; where a trailing stop began is left out", () => {
  const { legs } = filled();
  const stop = legs[1] as (typeof legs)[number];
  expect(changedLeg(stop, { orderQty: shares(40), stopPx: dollarsPx("99.5") })).toMatchObject({
    clOrdId: BRACKET.stopClOrdId,
    orderQty: shares(40),
    stopPx: dollarsPx("99.5"),
    transmit: true,
  });
  const trailing = { ...stop, ordType: "TRAIL" as const, trailAmt: dollarsPx("1") };
  expect(changedLeg(trailing, { orderQty: shares(40), stopPx: dollarsPx("99.5") })).not.toHaveProperty("stopPx");
});
