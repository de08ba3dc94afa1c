import { z } from "zod";
import { expect, it } from "vitest";
import { choice, strict } from "./closed-shapes.ts";

const schema = strict({ side: choice(["BUY", "SELL"]), quantity: z.number() });
const messagesOf = (value: unknown): readonly string[] =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

it("takes what is allowed, and no more", () => {
  expect(messagesOf({ side: "BUY", quantity: 1 })).toEqual([]);
  expect(messagesOf({ side: "BUY", quantity: 1, quantty: 2 })).toEqual([
    "unknown key `quantty`; did you mean `quantity`? Allowed: side, quantity",
  ]);
});

it("says which word was likely meant, or which are there", () => {
  expect(messagesOf({ side: "BYU", quantity: 1 })).toEqual([
    "`BYU` is not known; did you mean `BUY`? Allowed: BUY, SELL",
  ]);
  expect(messagesOf({ quantity: 1 })).toEqual(["missing; one of BUY, SELL is needed"]);
  expect(messagesOf(undefined)).toEqual(["missing; `{ side, quantity }` is needed"]);
});
