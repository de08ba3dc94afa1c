import { micros, px } from "@bowline/kernel";
import fc from "fast-check";
import { expect, it } from "vitest";
import { closingPx } from "./closing-price.ts";

const at = (text: string) => px(micros(text));
const policy = { collar: micros("0.03"), through: micros("0.001") };
const quote = { bidPx: at("99.99"), askPx: at("100.01") };
const sale = { buys: false, quote, anchorPx: at("100"), tries: 0, minTick: at("0.01") };

it("goes a bit through the quote, further with each try, on the instrument's steps", () => {
  expect(closingPx(sale, policy)).toBe(at("99.89"));
  expect(closingPx({ ...sale, tries: 2 }, policy)).toBe(at("99.69"));
  expect(closingPx({ ...sale, buys: true }, policy)).toBe(at("100.12"));
});
it("stops at the collar, and has no price where the quote is beyond it", () => {
  const low = { ...sale, quote: { bidPx: at("97.05"), askPx: at("97.10") } };
  expect(closingPx(low, policy)).toBe(at("97"));
  expect(closingPx({ ...sale, quote: { bidPx: at("96.99"), askPx: at("97.10") } }, policy)).toBeUndefined();
  expect(closingPx({ ...sale, buys: true, quote: { bidPx: at("103"), askPx: at("103.01") } }, policy)).toBeUndefined();
});
it("is marketable, within the collar and on a step, whatever the quote", () => {
  fc.assert(
    fc.property(
      fc.record({
        buys: fc.boolean(),
        cents: fc.integer({ min: 1, max: 1_000_000 }),
        spread: fc.integer({ min: 1, max: 500 }),
        anchorCents: fc.integer({ min: 1, max: 1_000_000 }),
        tries: fc.integer({ min: 0, max: 30 }),
      }),
      ({ buys, cents, spread, anchorCents, tries }) => {
        const bidPx = px(cents * 10_000);
        const askPx = px((cents + spread) * 10_000);
        const anchorPx = px(anchorCents * 10_000);
        const limit = closingPx({ buys, quote: { bidPx, askPx }, anchorPx, tries, minTick: px(10_000) }, policy);
        if (limit === undefined) return;
        expect(limit % 10_000).toBe(0);
        expect(buys ? limit >= askPx : limit <= bidPx).toBe(true);
        const isBetter = buys ? limit < anchorPx : limit > anchorPx;
        expect(isBetter || Math.abs(limit - anchorPx) <= anchorPx * 0.03).toBe(true);
      },
    ),
  );
});
