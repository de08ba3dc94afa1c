import { micros, px, qty, shares, us } from "@bowline/kernel";
import { encode, makeWireOrder } from "@bowline/tws-wire";
import { afterEach, describe, expect, it } from "vitest";
import { aLeg, anExec, endSessions, fresh, session, theTws } from "./test-session.ts";
import { TEST_ACCOUNT, anAapl } from "./test-support.ts";

afterEach(endSessions);

const LEG = aLeg();

describe("orders on the wire", () => {
  it("are written exactly, with every flag said", async () => {
    await fresh();
    const { ib } = await session();
    expect(await ib.orderRoom(2)).toBe(true);
    ib.placeOrder(LEG, { ibOrderId: 7 });
    ib.placeOrder(
      {
        ...LEG,
        leg: "STOP",
        side: "SELL",
        ordType: "STP",
        stopPx: px(micros("99.05")),
        timeInForce: "GTC",
        transmit: false,
      },
      { ibOrderId: 8, parentIbOrderId: 7 },
    );
    const [first, second] = [await theTws().next("placeOrder"), await theTws().next("placeOrder")];
    expect(first).toMatchObject({
      orderId: 7,
      contract: { symbol: "BRK B", secType: "STK", exchange: "SMART", currency: "USD" },
      order: {
        action: "BUY",
        totalQty: 100_000_000,
        orderType: "LMT",
        lmtPx: 100_100_000,
        tif: "DAY",
        account: TEST_ACCOUNT,
        orderRef: LEG.clOrdId,
        transmit: true,
        parentId: 0,
        outsideRth: false,
      },
    });
    expect(second.order).toMatchObject({
      action: "SELL",
      orderType: "STP",
      auxPx: 99_050_000,
      tif: "GTC",
      transmit: false,
      parentId: 7,
    });
    ib.cancelOrder(7);
    expect(await theTws().next("cancelOrder")).toMatchObject({ orderId: 7 });
  });

  it("come back as callbacks with micros and our names", async () => {
    await fresh();
    const { ib, heard, wire } = await session();
    const v = wire.serverVersion;
    const order = makeWireOrder({
      action: "BUY",
      orderType: "LMT",
      totalQty: 100_000_000,
      lmtPx: 100_100_000,
      orderRef: LEG.clOrdId,
      account: TEST_ACCOUNT,
    });
    wire.send(
      encode.openOrder(v, {
        orderId: 7,
        clientId: 17,
        permId: 1001,
        contract: { ...anAapl, symbol: "BRK B" },
        order,
        state: { status: "Submitted" },
      }),
    );
    wire.send(
      encode.orderStatus(v, {
        orderId: 7,
        status: "Submitted",
        cumQty: 40_000_000,
        leavesQty: 60_000_000,
        avgPx: 0,
        permId: 1001,
        parentId: 0,
        lastPx: 0,
        clientId: 17,
      }),
    );
    wire.send(
      encode.orderStatus(v, {
        orderId: 7,
        status: "Sleeping",
        cumQty: 0,
        leavesQty: 0,
        avgPx: 0,
        permId: 0,
        parentId: 0,
        lastPx: 0,
        clientId: 3,
      }),
    );
    wire.send(encode.execDetails(v, anExec({ execId: "e1" })));
    wire.send(encode.commissionReport(v, { execId: "e1", commission: 1_000_000, currency: "USD" }));
    wire.send(encode.errorMessage(v, { id: 7, code: 399, text: "Order Message" }));
    wire.send(
      encode.completedOrder(v, {
        permId: 1001,
        contract: anAapl,
        order,
        status: "Filled",
        filledQty: 100_000_000,
        completedTime: "",
        completedStatus: "Filled Size: 100",
      }),
    );
    expect((await ib.fence()).ok).toBe(true);
    const ref = { orderId: "1001", clOrdId: LEG.clOrdId, ibOrderId: 7 };
    expect(heard.orders).toEqual([
      {
        type: "openOrder",
        ref,
        symbol: "BRK.B",
        side: "BUY",
        orderQty: shares(100),
        accountId: "DU1234567",
        lmtPx: px(micros("100.1")),
        status: "Submitted",
      },
      { type: "orderStatus", ref: { orderId: "1001", ibOrderId: 7 }, status: "Submitted", filledQty: shares(40) },
      { type: "orderStatus", ref: {}, status: "Unknown", filledQty: qty(0) },
      {
        type: "execution",
        ref,
        symbol: "AAPL",
        side: "BUY",
        accountId: TEST_ACCOUNT,
        execId: "e1",
        lastQty: shares(40),
        lastPx: px(micros("100.1")),
        transactUs: us(1_704_205_805_000_000),
      },
      { type: "commission", execId: "e1", commission: 1_000_000, currency: "USD" },
      { type: "error", ref: { ibOrderId: 7 }, code: 399, message: "Order Message" },
      {
        type: "completedOrder",
        ref: { orderId: "1001", clOrdId: LEG.clOrdId },
        symbol: "AAPL",
        side: "BUY",
        orderQty: shares(100),
        status: "Filled",
        filledQty: shares(100),
        reason: "Filled Size: 100",
      },
    ]);
  });

  it("that cannot be read are reported, never guessed", async () => {
    await fresh();
    const { ib, heard, wire } = await session();
    wire.send(encode.execDetails(wire.serverVersion, anExec({ time: "yesterday" })));
    await ib.fence();
    expect(heard.orders).toEqual([]);
    expect(heard.notices.join()).toContain("unreadable execution e1 of AAPL at yesterday");
  });
});
