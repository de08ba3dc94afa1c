import type { Order } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { cutOrder, cutOrderTo } from "./cut-order.ts";

const HALF = 500_000;

describe("an order that is cut", () => {
  it("keeps whole shares, and everything else", () => {
    const order = anOrder({ orderQty: shares(101) });
    expect(cutOrder(order, HALF)).toEqual({ ...order, orderQty: shares(50) });
    expect(cutOrder(order, 1_000_000)).toEqual(order);
    expect(cutOrder(order, HALF)).not.toHaveProperty("displayQty");
    expect(cutOrder(order, HALF)).not.toHaveProperty("minQty");
  });
  it("is none where not a share is left", () => {
    expect(cutOrder(anOrder({ orderQty: shares(1) }), HALF)).toBeUndefined();
    expect(cutOrder(anOrder(), 0)).toBeUndefined();
  });
  it("shows, and wants at least, no more than it is", () => {
    const order = anOrder({ orderQty: shares(100), displayQty: shares(80), minQty: shares(20) });
    expect(cutOrder(order, HALF)).toMatchObject({ orderQty: shares(50), displayQty: shares(50), minQty: shares(20) });
    const tenth = { orderQty: shares(10), displayQty: shares(10), minQty: shares(10) };
    expect(cutOrder(order, HALF / 5)).toMatchObject(tenth);
  });
  it("is cut in each part of its bracket, and none where one of them would be nothing", () => {
    const bracketed = (second: number): Order =>
      ({
        ...anOrder({ orderQty: shares(100) }),
        bracket: {
          stopClOrdId: "S",
          targetClOrdId: "T",
          more: { units: [{ entryClOrdId: "E2", orderQty: shares(second) }] },
        },
      }) as unknown as Order;
    expect(cutOrder(bracketed(33), HALF)).toMatchObject({
      orderQty: shares(49),
      bracket: { more: { units: [{ orderQty: shares(16) }] } },
    });
    expect(cutOrder(bracketed(1), HALF)).toBeUndefined();
  });
  it("may be cut to so many shares, in parts to no more than that", () => {
    const order = anOrder({ orderQty: shares(101) });
    expect(cutOrderTo(order, shares(37))).toEqual({ ...order, orderQty: shares(37) });
    expect(cutOrderTo(order, shares(0))).toBeUndefined();
    const inParts = {
      ...order,
      bracket: {
        stopClOrdId: "S",
        targetClOrdId: "T",
        more: { units: [{ entryClOrdId: "E2", orderQty: shares(50) }] },
      },
    } as unknown as Order;
    expect(cutOrderTo(inParts, shares(37))).toMatchObject({
      orderQty: shares(36),
      bracket: { more: { units: [{ orderQty: shares(18) }] } },
    });
    expect(cutOrderTo(inParts, shares(1))).toBeUndefined();
  });
});
