import type { FakeTws } from "@bowline/broker-ib/test-support";
import { px, micros, shares } from "@bowline/kernel";
import { describeFlip } from "@bowline/orders";
import { anOrder, at } from "@bowline/testkit";
import { type PlaceOrder, encode } from "@bowline/tws-wire";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  BRACKET,
  type Desk,
  aDataDir,
  aMarketOrder,
  approvalOf,
  cancelIntent,
  closeOrder,
  fill,
  isReady,
  tellCanceled,
  withDesks,
} from "./test-desk.ts";

const desks = withDesks();
const { start } = desks;
let tws: FakeTws;
beforeEach(() => void (tws = desks.tws()));

const LIMIT = aMarketOrder({ ordType: "LMT", lmtPx: anOrder().lmtPx });
const change = (over: object = {}) =>
  ({
    kind: "order.replace-approved",
    clOrdId: "ORDER000000000000001",
    group: "tech",
    symbol: "AAPL",
    replaceId: "r1",
    strategy: "demo",
    rule: "entry",
    orderQty: shares(60),
    expiresUs: at(60),
    ...over,
  }) as const;

/** The broker takes a change: the order keeps its id and its permId. */
function takesChanges(answer: "takes" | "refuses" | "doubles"): void {
  const place = tws.onMessage;
  tws.onMessage = (message, session) => {
    const known = message.type === "placeOrder" ? tws.openOrders.find((o) => o.orderId === message.orderId) : undefined;
    if (message.type !== "placeOrder" || known === undefined) return place?.(message, session) ?? false;
    const v = session.serverVersion;
    if (answer === "refuses")
      session.send(encode.errorMessage(v, { id: known.orderId, code: 110, text: "price variation" }));
    else session.send(encode.openOrder(v, changed(known, message, answer === "doubles" ? 9999 : known.permId)));
    return true;
  };
}

function changed(known: FakeTws["openOrders"][number], { order }: PlaceOrder, permId: number) {
  const now = { ...known, order, permId };
  if (permId === known.permId) tws.openOrders.splice(tws.openOrders.indexOf(known), 1, now);
  else tws.openOrders.push(now);
  return now;
}

async function working(order = LIMIT, begin: () => Promise<Desk> = start): Promise<Desk> {
  const desk = await begin();
  await desk.until(isReady(desk));
  desk.journal(approvalOf(order));
  await desk.until(() => desk.told().includes("accepted ORDER1"));
  return desk;
}
const answered = (desk: Desk) => () =>
  [...desk.events("order.replaced"), ...desk.events("order.replace-rejected")].length > 0;

describe("a change of a working order", () => {
  it("is one placeOrder under the order's own id, and done when the broker shows it", async () => {
    const desk = await working();
    takesChanges("takes");
    desk.journal(change(), "risk-gate");
    await desk.until(answered(desk));
    expect(tws.placed().map((m) => [m.orderId, m.order.totalQty, m.order.orderRef])).toEqual([
      [7, 100_000_000, "ORDER000000000000001"],
      [7, 60_000_000, "ORDER000000000000001"],
    ]);
    expect(desk.events("order.replaced")).toMatchObject([
      { replaceId: "r1", orderQty: shares(60), leavesQty: shares(60) },
    ]);
    desk.journal(change(), "risk-gate");
    desk.journal(change({ replaceId: "r2", orderQty: shares(70) }), "risk-gate");
    await desk.until(() => desk.events("order.replaced").length === 2);
    expect(tws.placed().length).toBe(3);
  });

  it("that the broker refuses leaves the order as it was", async () => {
    const desk = await working();
    takesChanges("refuses");
    desk.journal(change({ lmtPx: px(micros("100.001")) }), "risk-gate");
    await desk.until(answered(desk));
    expect(desk.events("order.replace-rejected")).toMatchObject([{ replaceId: "r1", code: 110 }]);
    fill(tws, tws.openOrders[0]!, { execId: "e1" });
    await desk.until(() => desk.events("order.filled").length === 1);
    expect(desk.events("order.filled")[0]).toMatchObject({ cumQty: shares(100), leavesQty: 0 });
  });

  it("comes from the risk gate alone, and not after a kill or its expiry", async () => {
    const desk = await working();
    desk.journal(change({ replaceId: "r2", expiresUs: at(-60) }), "risk-gate");
    await desk.until(answered(desk));
    desk.journal({ kind: "control.kill", scope: "AAPL", by: "me", reason: "" }, "operator");
    desk.journal(change({ replaceId: "r3" }), "risk-gate");
    await desk.until(() => desk.events("order.replace-rejected").length === 2);
    expect(desk.events("order.replace-rejected").map(({ reason }) => reason)).toEqual([
      "expired before it was sent",
      "killed",
    ]);
    expect(tws.placed().length).toBe(1);
  });

  it("[pitfall 11] of a child whose parent is gone names no parent", async () => {
    const desk = await working(aMarketOrder({ bracket: BRACKET }));
    fill(tws, tws.openOrders[0]!, { execId: "e1" });
    await desk.until(() => desk.events("order.filled").length === 1);
    takesChanges("takes");
    desk.journal(
      change({ clOrdId: BRACKET.stopClOrdId, orderQty: undefined, stopPx: px(micros("99.5")) }),
      "risk-gate",
    );
    await desk.until(answered(desk));
    const sent = tws.placed().at(-1)?.order;
    expect(sent).toMatchObject({ parentId: 0, auxPx: 99_500_000, totalQty: 100_000_000, transmit: true });
  });

  it("[pitfall 12] never makes an exit more than the position, nor a bracket's leg more than its entry", async () => {
    const desk = await working(aMarketOrder({ bracket: BRACKET }));
    takesChanges("takes");
    const stop = { clOrdId: BRACKET.stopClOrdId, orderQty: undefined };
    desk.journal(change({ ...stop, replaceId: "r1", orderQty: shares(101) }), "risk-gate");
    desk.journal(change({ ...stop, replaceId: "r2", stopPx: px(micros("99.5")) }), "risk-gate");
    await desk.until(() => desk.events("order.replaced").length === 1);
    fill(tws, tws.openOrders[0]!, { execId: "e1" });
    await desk.until(() => desk.events("order.filled").length === 1);
    desk.journal(change({ ...stop, replaceId: "r3", orderQty: shares(101) }), "risk-gate");
    desk.journal(change({ ...stop, replaceId: "r4", stopPx: px(micros("99.6")) }), "risk-gate");
    await desk.until(() => desk.events("order.replaced").length === 2);
    desk.journal(change({ ...stop, replaceId: "r5", orderQty: shares(40) }), "risk-gate");
    await desk.until(() => desk.events("order.replaced").length === 3);
    expect(desk.events("order.replaced").map(({ replaceId }) => replaceId)).toEqual(["r2", "r4", "r5"]);
    expect(desk.events("order.replace-rejected").map(({ replaceId, reason }) => [replaceId, reason])).toEqual([
      ["r1", "it would be more than its entry"],
      ["r3", describeFlip("EXITS_EXCEED_POSITION")],
    ]);
  });

  it("[pitfall 4] that makes a second order of it: both are known, its symbol is halted, a cancel ends both", async () => {
    const desk = await working();
    takesChanges("doubles");
    desk.journal(change(), "risk-gate");
    await desk.until(() => desk.events("order.anomaly").length > 0);
    expect(desk.events("order.anomaly")).toMatchObject([
      { code: "SECOND_ORDER_ID", effect: "HALT_SYMBOL", symbol: "AAPL" },
    ]);
    desk.journal(cancelIntent("ORDER000000000000001"));
    await desk.edge.turn();
    await vi.waitFor(() => expect(tws.openOrders.length).toBe(1));
    expect(desk.events("order.canceled")).toEqual([]);
    desk.journal(cancelIntent("ORDER000000000000001"));
    await desk.until(() => desk.events("order.canceled").length === 1);
    expect(tws.openOrders).toEqual([]);
  });

  it("that a crash left under way ends by what the broker shows", async () => {
    const dataDir = aDataDir();
    const desk = await working(LIMIT, () => desks.dies({ tws, lockstep: false, dataDir }));
    tws.mute.add("placeOrder");
    desk.journal(change(), "risk-gate");
    await desk.edge.turn();
    await vi.waitFor(() => expect(tws.placed().length).toBe(2));
    await desk.edge.stop();
    tws.mute.clear();
    const again = await start({ dataDir, before: desk.port.journal });
    await again.until(answered(again));
    expect(again.events("order.replace-rejected")).toMatchObject([{ replaceId: "r1", code: 0 }]);
    expect(tws.placed().length).toBe(2);
  });

  it("is not written where the order ended while the change waited for its pace", async () => {
    const desk = await working();
    const other = "ORDER000000000000002";
    desk.journal(approvalOf({ ...LIMIT, clOrdId: other }));
    await desk.until(() => desk.told().includes("accepted ORDER2"));
    tws.mute.add("cancelOrder");
    for (let n = 0; n < 25; n += 1) desk.journal(cancelIntent(other));
    desk.journal(change(), "risk-gate");
    const turn = desk.edge.turn();
    closeOrder(tws, tws.openOrders[0]!, "Cancelled");
    tellCanceled(tws, 7, 1001);
    await turn;
    await desk.until(() => desk.events("order.canceled").length === 1);
    await desk.edge.session()?.fence();
    expect([tws.placed().length, desk.events("order.anomaly")]).toEqual([2, []]);
  });

  it("that waited when the line went down is answered, and not made", async () => {
    const desk = await working();
    desk.journal(change(), "risk-gate");
    tws.session().close();
    await vi.waitFor(() => expect(isReady(desk)()).toBe(false));
    await desk.until(answered(desk));
    expect([desk.events("order.replace-rejected").length, tws.placed().length]).toEqual([1, 1]);
  });

  it("is not made of an exit where it would turn the position that is there by now", async () => {
    const exit = aMarketOrder({
      ordType: "LMT",
      lmtPx: anOrder().lmtPx,
      side: "SELL",
      purpose: "EXIT",
      orderQty: shares(50),
    });
    const desk = await start();
    await desk.until(isReady(desk));
    desk.journal(approvalOf(aMarketOrder({ clOrdId: "ENTRY000000000000001", orderQty: shares(50) })));
    await desk.until(() => desk.events("order.filled").length === 1);
    desk.journal(approvalOf(exit));
    await desk.until(() => desk.told().includes("accepted ORDER1"));
    desk.journal(change(), "risk-gate");
    await desk.until(answered(desk));
    expect([desk.events("order.replaced"), tws.placed().length]).toEqual([[], 2]);
  });

  it("of a gate that another has replaced since is not made", async () => {
    const desk = await working();
    const lease = { kind: "control.lease", machineName: "risk-gate", holder: "other", leaseEpoch: 2 } as const;
    desk.journal(lease, "loop");
    desk.journal(change(), "risk-gate");
    await desk.until(answered(desk));
    expect([desk.events("order.replaced"), tws.placed().length]).toEqual([[], 1]);
  });
});
