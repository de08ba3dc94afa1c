import type { OrdStatus } from "@bowline/orders";
import { expect, it } from "vitest";
import { checkAnswers } from "./answers.ts";
import { entriesOf } from "./test-world.ts";

const APPROVED = { kind: "order.replace-approved", clOrdId: "A", replaceId: "r1" };
const MADE = { kind: "order.replaced", clOrdId: "A", replaceId: "r1" };
const REFUSED = { kind: "order.replace-rejected", clOrdId: "A", replaceId: "r1" };
const said = (events: readonly object[], status: OrdStatus = "NEW"): string | undefined =>
  checkAnswers(entriesOf(events), new Map([["A", { status }]]));

it("wants one answer to a change of an order that works", () => {
  expect(said([APPROVED, MADE])).toBeUndefined();
  expect(said([APPROVED, REFUSED])).toBeUndefined();
  expect(said([APPROVED])).toBe("the change r1 of A has 0 answers");
  expect(said([APPROVED, MADE, REFUSED])).toBe("the change r1 of A has 2 answers");
});

it("takes the end of the order for an answer, and no more than one beside it", () => {
  expect(said([APPROVED], "FILLED")).toBeUndefined();
  expect(said([APPROVED, REFUSED], "CANCELED")).toBeUndefined();
  expect(said([APPROVED, MADE, MADE], "FILLED")).toBe("the change r1 of A has 2 answers");
});

it("sees changes that were approved twice, and answers to none", () => {
  expect(said([APPROVED, MADE, APPROVED])).toBe("the change r1 of A was approved again");
  expect(said([MADE])).toBe("the change r1 was answered, and never approved");
});
