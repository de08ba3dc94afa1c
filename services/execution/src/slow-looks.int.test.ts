import type { FakeTws } from "@bowline/broker-ib/test-support";
import { anOrder } from "@bowline/testkit";
import { encode, type WireSession } from "@bowline/tws-wire";
import { beforeEach, describe, expect, it } from "vitest";
import { type Desk, aMarketOrder, approvalOf, isReady, withDesks } from "./test-desk.ts";

const desks = withDesks();
const { start } = desks;
let tws: FakeTws;
beforeEach(() => void (tws = desks.tws()));

const TIMING = { reconcileEveryMs: 30, secondLookAfterMs: 10, inFlightMs: 0 };
const limit = (clOrdId: string) => aMarketOrder({ ordType: "LMT", lmtPx: anOrder().lmtPx, clOrdId });

/** Looks stop between their list of open orders and that of completed ones, until they are let go. */
function holdLooks(): { held(): Promise<() => void> } {
  const waiting: WireSession[] = [];
  let wake = (): void => undefined;
  const before = tws.onMessage;
  tws.onMessage = (message, session) => {
    if (message.type !== "reqCompletedOrders") return before(message, session);
    waiting.push(session);
    wake();
    return true;
  };
  return {
    async held() {
      if (waiting.length === 0) await new Promise<void>((resolve) => void (wake = resolve));
      const session = waiting.shift();
      return () => void session?.send(encode.completedOrdersEnd(session.serverVersion));
    },
  };
}

async function sent(desk: Desk, clOrdId: string): Promise<void> {
  desk.journal(approvalOf(limit(clOrdId)));
  await desk.until(() => desk.events("order.accepted").some((event) => event.clOrdId === clOrdId));
}

describe("an order that is sent while the broker is being asked", () => {
  it("[pitfall 10] is not missing from a list that was made before it", async () => {
    const desk = await start({ timing: TIMING });
    await desk.until(isReady(desk));
    const looks = holdLooks();
    let release = await looks.held();
    await sent(desk, "ORDER000000000000001");
    release();
    release = await looks.held();
    await sent(desk, "ORDER000000000000002");
    release();
    release = await looks.held();
    await desk.edge.turn();
    expect([desk.events("order.unknown"), desk.events("order.lost")]).toEqual([[], []]);
    release();
  });
});

describe("a list that leaves out an order", () => {
  it("[pitfall 10] counts only when the next one does so too, in simulated time as well", async () => {
    const desk = await start({ lockstep: true });
    desk.journal(approvalOf(limit("ORDER000000000000001")));
    await desk.edge.turn();
    const openOrders = tws.onMessage;
    let lists = 0;
    tws.onMessage = (message, session) => {
      if (message.type !== "reqAllOpenOrders" || (lists += 1) > 1) return openOrders(message, session);
      session.send(encode.openOrderEnd(session.serverVersion));
      return true;
    };
    tws.session().destroy();
    await desk.edge.turn();
    expect(lists).toBe(2);
    expect([desk.events("order.unknown"), desk.events("order.lost")]).toEqual([[], []]);
  });
});
