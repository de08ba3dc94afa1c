import type { FakeTws } from "@bowline/broker-ib/test-support";
import type { Event, KillLevel } from "@bowline/contracts";
import { anEntry, anOrder } from "@bowline/testkit";
import { encode } from "@bowline/tws-wire";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { GENERATION, aDataDir, aMarketOrder, approvalOf, cancelIntent, isReady, withDesks } from "./test-desk.ts";

const desks = withDesks();
let tws: FakeTws;
beforeEach(() => void (tws = desks.tws()));

const LIMIT = aMarketOrder({ ordType: "LMT", lmtPx: anOrder().lmtPx });
const killed = (level: KillLevel): Event => ({ kind: "control.kill", scope: "global", level, reason: "r", by: "me" });
const globalCancels = (): number => tws.heard.filter(({ type }) => type === "globalCancel").length;
const canceledIds = (): readonly number[] => tws.heard.flatMap((m) => (m.type === "cancelOrder" ? [m.orderId] : []));
/** Every session begins with a cancel that proves that orders are taken. */
const forgetProbe = (): void => void tws.heard.splice(0);
const shows = (order: FakeTws["openOrders"][number]): void => {
  tws.openOrders.push(order);
  tws.session().send(encode.openOrder(tws.session().serverVersion, order));
};

describe("a kill of the whole account", () => {
  it.each([false, true])(
    "that came while nobody ran is obeyed at the start, once, and told (lock-step: %s)",
    async (lockstep) => {
      const before = [
        anEntry(GENERATION, { seq: 1, machine: "streams" }),
        anEntry(killed("CANCEL_ACCOUNT"), { seq: 2, machine: "operator" }),
      ];
      const dataDir = aDataDir();
      const first = await desks.dies({ before, dataDir, lockstep });
      if (lockstep) await first.edge.turn();
      else await first.until(isReady(first));
      await vi.waitFor(() => expect(globalCancels()).toBe(1));
      expect(first.alerts).toContain("ACCOUNT_CANCELED");
      await first.edge.stop();
      const again = await desks.start({ before: first.port.journal, dataDir, lockstep });
      if (lockstep) await again.edge.turn();
      else await again.until(isReady(again));
      expect([globalCancels(), again.alerts.includes("ACCOUNT_CANCELED")]).toEqual([1, false]);
      again.journal(killed("CANCEL_ACCOUNT"), "operator");
      await again.edge.turn();
      await vi.waitFor(() => expect(globalCancels()).toBe(2));
    },
  );

  it("that came without a line to TWS is told, and obeyed when the line is back", async () => {
    const desk = await desks.start();
    await desk.until(isReady(desk));
    tws.refuseLogins = Number.POSITIVE_INFINITY;
    tws.session().close();
    await desk.until(() => desk.edge.session() === undefined);
    desk.journal(killed("CANCEL_ACCOUNT"), "operator");
    expect([desk.alerts.includes("ACCOUNT_NOT_CANCELED"), globalCancels()]).toEqual([true, 0]);
    tws.refuseLogins = 0;
    await desk.until(isReady(desk));
    await vi.waitFor(() => expect(globalCancels()).toBe(1));
    expect(desk.alerts).toContain("ACCOUNT_CANCELED");
  });
});

describe("an order to be canceled", () => {
  it.each([
    ["a kill", killed("CANCEL"), "operator"],
    ["a strategy's word", cancelIntent(LIMIT.clOrdId), "strategy.tech"],
  ] as const)("by %s, that the broker shows only later, is canceled when it does", async (_why, asked, machine) => {
    const desk = await desks.start();
    await desk.until(isReady(desk));
    tws.mute.add("placeOrder");
    desk.journal(approvalOf(LIMIT));
    await desk.until(() => desk.events("order.submitted").length === 1);
    await vi.waitFor(() => expect(tws.placed().length).toBe(1));
    tws.session().close();
    await desk.until(() => desk.events("order.lost").length === 1);
    await desk.until(isReady(desk));
    const { orderId, contract, order } = tws.placed()[0]!;
    forgetProbe();
    desk.journal(asked, machine);
    await desk.edge.turn();
    expect(canceledIds()).toEqual([]);
    shows({ orderId, clientId: 17, permId: 1001, contract, order, state: { status: "Submitted" } });
    await desk.until(() => desk.events("order.resolved").length === 1);
    await vi.waitFor(() => expect(canceledIds()).toEqual([7]));
  });

  it("[pitfall 4] by a kill goes under the id of a second order, too, that the broker made of it", async () => {
    const desk = await desks.start();
    await desk.until(isReady(desk));
    desk.journal(approvalOf(LIMIT));
    await desk.until(() => desk.events("order.accepted").length === 1);
    forgetProbe();
    shows({ ...tws.openOrders[0]!, orderId: 8, permId: 9999 });
    await desk.until(() => desk.events("order.anomaly").length === 1);
    await vi.waitFor(() => expect(canceledIds()).toEqual([7]));
    desk.journal(killed("CANCEL"), "operator");
    await vi.waitFor(() => expect(canceledIds()).toContain(8));
    await desk.until(() => tws.openOrders.length === 0);
  });
});

describe("an approval that waited through a kill", () => {
  it.each([false, true])("does not follow the resume, and the next one goes (lock-step: %s)", async (lockstep) => {
    const desk = await desks.start({ lockstep });
    await desk.until(isReady(desk));
    const [waited, next] = [
      aMarketOrder({ clOrdId: "WAITED00000000000000" }),
      aMarketOrder({ clOrdId: "NEXT0000000000000000" }),
    ];
    desk.journal(approvalOf(waited));
    desk.journal(killed("STOP"), "operator");
    desk.journal({ kind: "control.resume", scope: "global", reason: "over", by: "me" }, "operator");
    desk.journal(approvalOf(next));
    await desk.until(() => desk.events("order.submitted").length > 0);
    const placed = () => tws.heard.flatMap((m) => (m.type === "placeOrder" ? [m.order.orderRef] : []));
    await vi.waitFor(() => expect(placed()).toEqual([next.clOrdId]));
    expect(desk.notSent()).toEqual([{ clOrdId: waited.clOrdId, reason: "approved before trading was resumed" }]);
  });
});
