import { describe, expect, test } from "vitest";
import { decodeClientMessage, encodeClientMessage } from "./index.ts";
import { PLAIN, decodedWith, plainOrder } from "./test-place-order.ts";

describe("a plain order", () => {
  test("has 118 fields at 193 and 114 at 178", () => {
    expect(plainOrder(193, "empty")).toHaveLength(118);
    expect(plainOrder(178, "empty")).toHaveLength(114);
    const order = { ...PLAIN, type: "placeOrder" } as const;
    expect(encodeClientMessage(193, order)).toHaveLength(118);
    expect(encodeClientMessage(178, order)).toHaveLength(114);
  });

  test.each([157, 158, 160, 164, 166, 169, 176, 177, 178, 183, 184, 187, 189, 190, 192, 193])(
    "means the same at %i, whether its client sends nothing or its defaults",
    (version) => {
      expect(decodeClientMessage(version, plainOrder(version, "empty"))).toEqual({ ok: true, value: PLAIN });
      expect(decodeClientMessage(version, plainOrder(version, "explicit"))).toEqual({ ok: true, value: PLAIN });
    },
  );

  test("is staged where transmit is empty", () => {
    expect(decodedWith({ 27: "" })).toMatchObject({ value: { order: { transmit: false } } });
    expect(decodedWith({ 27: "0" })).toMatchObject({ value: { order: { transmit: false } } });
  });

  test("is refused with one field too few or too many, by its order id", () => {
    const fields = plainOrder(193, "empty");
    expect(decodeClientMessage(193, fields.slice(0, -1))).toMatchObject({
      ok: false,
      error: { field: "manualOrderIndicator", reason: "MISSING", requestId: 21 },
    });
    expect(decodeClientMessage(193, [...fields, ""])).toMatchObject({
      ok: false,
      error: { reason: "TRAILING_FIELDS", requestId: 21 },
    });
    expect(decodeClientMessage(178, fields)).toMatchObject({ ok: false, error: { reason: "TRAILING_FIELDS" } });
    expect(decodeClientMessage(193, plainOrder(178, "empty"))).toMatchObject({
      ok: false,
      error: { reason: "MISSING" },
    });
  });

  test("is refused where a price is no decimal of micros", () => {
    expect(decodedWith({ 19: "187.2500001" })).toMatchObject({
      ok: false,
      error: { field: "lmtPx", reason: "NOT_A_DECIMAL", value: "187.2500001", requestId: 21 },
    });
  });
});

describe("what belongs to all orders", () => {
  test("is read from its place", () => {
    const changes = {
      ...{ 16: "SELL", 17: "12.5", 18: "STP LMT", 19: "1.7976931348623157E308", 20: "180.5", 21: "GTC", 22: "oca" },
      ...{
        24: "C",
        25: "1",
        28: "20",
        32: "4",
        33: "1",
        34: "1",
        37: "20240102 09:30:00",
        38: "20240103",
        46: "1",
        84: "1",
      },
    };
    expect(decodedWith(changes)).toEqual({
      ok: true,
      value: {
        ...PLAIN,
        order: {
          ...PLAIN.order,
          action: "SELL",
          totalQty: 12_500_000,
          orderType: "STP LMT",
          lmtPx: undefined,
          auxPx: 180_500_000,
          tif: "GTC",
          ocaGroup: "oca",
          openClose: "C",
          origin: 1,
          parentId: 20,
          triggerMethod: 4,
          outsideRth: true,
          hidden: true,
          goodAfterTime: "20240102 09:30:00",
          goodTillDate: "20240103",
          ocaType: 1,
          whatIf: true,
        },
      },
    });
  });
});
