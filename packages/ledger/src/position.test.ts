import { type Money, micros, px, type Qty, qty, shares, us } from "@bowline/kernel";
import { signedQty } from "@bowline/orders";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyFill, type Position, type PositionFill } from "./position.ts";

const dollars = (text: string) => px(micros(text));
const fill = (side: "BUY" | "SELL", quantity: number, price: string, atUs = 1): PositionFill => ({
  side,
  lastQty: shares(quantity),
  lastPx: dollars(price),
  transactUs: us(atUs),
});
const after = (...fills: PositionFill[]) => {
  let position: Position | undefined;
  let update = applyFill(undefined, fills[0]!);
  for (const next of fills) {
    update = applyFill(position, next);
    position = update.position;
  }
  return update;
};

describe("a position", () => {
  it("opens with the cost of its first fill", () => {
    expect(after(fill("BUY", 100, "10.5", 7))).toEqual({
      change: "opened",
      realizedPnl: 0,
      entryUs: 7,
      position: { quantity: shares(100), cost: micros("1050"), entryUs: 7 },
    });
  });
  it("grows by total cost and keeps its entry time", () => {
    expect(after(fill("SELL", 100, "10", 7), fill("SELL", 50, "13", 9))).toMatchObject({
      change: "increased",
      realizedPnl: 0,
      entryUs: 7,
      position: { quantity: -shares(150), cost: micros("1650") },
    });
  });
  it("realises against the average cost when it shrinks", () => {
    expect(after(fill("BUY", 100, "10"), fill("BUY", 100, "12"), fill("SELL", 50, "13"))).toMatchObject({
      change: "reduced",
      realizedPnl: micros("100"),
      position: { quantity: shares(150), cost: micros("1650") },
    });
  });
  it("closes with all of its cost, and a short gains when it is bought back lower", () => {
    expect(after(fill("SELL", 3, "10", 5), fill("BUY", 3, "9", 8))).toEqual({
      change: "closed",
      realizedPnl: micros("3"),
      entryUs: 5,
      position: undefined,
    });
  });
  it("flips: realises the old side and enters the new one at the fill's price and time", () => {
    expect(after(fill("BUY", 10, "10", 5), fill("SELL", 25, "11", 8))).toEqual({
      change: "flipped",
      realizedPnl: micros("10"),
      entryUs: 8,
      position: { quantity: -shares(15), cost: micros("165"), entryUs: 8 },
    });
  });
});

/** Average cost with exact fractions of BigInt: no rounding, no code in common. */
function exactRealized(fills: readonly PositionFill[]): { numerator: bigint; denominator: bigint; quantity: bigint } {
  let [quantity, cost, scale, realized] = [0n, 0n, 1n, 0n];
  for (const f of fills) {
    const [delta, price] = [BigInt(signedQty(f.side, f.lastQty)), BigInt(f.lastPx)];
    if (quantity === 0n || quantity > 0n === delta > 0n) {
      cost += delta * price * scale;
    } else {
      const closing = delta > 0n === quantity + delta > 0n && quantity + delta !== 0n ? -quantity : delta;
      const held = quantity < 0n ? -quantity : quantity;
      [cost, realized, scale] = [cost * held, realized * held, scale * held];
      const released = (cost / held) * -closing * (quantity < 0n ? -1n : 1n);
      realized += -closing * price * scale - released;
      cost -= released;
      if (closing !== delta) cost = (delta - closing) * price * scale;
    }
    quantity += delta;
  }
  return { numerator: realized, denominator: scale * 1_000_000n, quantity };
}

const fills = fc.array(
  fc.record({
    side: fc.constantFrom<"BUY" | "SELL">("BUY", "SELL"),
    lastQty: fc.oneof(fc.integer({ min: 1, max: 500 }).map(shares), fc.integer({ min: 1, max: 5_000_000 }).map(qty)),
    lastPx: fc.integer({ min: 10_000, max: 900_000_000 }).map(px),
    transactUs: fc.constant(us(1)),
  }),
  { minLength: 1, maxLength: 14 },
);

function run(list: readonly PositionFill[]) {
  let position: Position | undefined;
  let [realized, cashFlow] = [0, 0];
  for (const next of list) {
    const update = applyFill(position, next);
    position = update.position;
    realized += update.realizedPnl;
    const value = Math.sign(signedQty(next.side, next.lastQty)) * Number(roundedValue(next));
    cashFlow -= value;
  }
  return { position, realized, cashFlow };
}

/** Value of a fill in micros, half to even, by BigInt. */
function roundedValue(f: PositionFill): bigint {
  const product = BigInt(f.lastQty) * BigInt(f.lastPx);
  const [whole, rest] = [product / 1_000_000n, product % 1_000_000n];
  return rest * 2n > 1_000_000n || (rest * 2n === 1_000_000n && whole % 2n === 1n) ? whole + 1n : whole;
}

describe("any sequence of fills", () => {
  it("moves the quantity by the sum of the signed fills", () => {
    fc.assert(
      fc.property(fills, (list) => {
        const sum = list.reduce((total, f) => total + signedQty(f.side, f.lastQty), 0);
        expect(run(list).position?.quantity ?? 0).toBe(sum);
      }),
    );
  });
  it("keeps cash + signed cost - realised at 0, to the micro", () => {
    fc.assert(
      fc.property(fills, (list) => {
        const { position, realized, cashFlow } = run(list);
        const cost = position === undefined ? 0 : Math.sign(position.quantity) * position.cost;
        expect(cashFlow + cost - realized).toBe(0);
      }),
    );
  });
  it("realises what exact fractions say, within a micro a fill", () => {
    fc.assert(
      fc.property(fills, (list) => {
        const { position, realized } = run(list);
        const exact = exactRealized(list);
        expect(BigInt(position?.quantity ?? (0 as Qty))).toBe(exact.quantity);
        const gap = BigInt(realized as Money) * exact.denominator - exact.numerator;
        expect((gap < 0n ? -gap : gap) <= exact.denominator * BigInt(2 * list.length)).toBe(true);
      }),
    );
  });
});
