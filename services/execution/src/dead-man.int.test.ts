import type { FakeTws } from "@bowline/broker-ib/test-support";
import { anOrder } from "@bowline/testkit";
import { beforeEach, expect, it, vi } from "vitest";
import { aMarketOrder, approvalOf, isReady, withDesks } from "./test-desk.ts";

const desks = withDesks();
let tws: FakeTws;
beforeEach(() => void (tws = desks.tws()));

it("[fault 26] a gate that falls silent while the line is down has its entries canceled once the line is back", async () => {
  const desk = await desks.start({ timing: { cancelEntriesAfterMs: 1000 } });
  await desk.until(isReady(desk));
  desk.journal(approvalOf(aMarketOrder({ ordType: "LMT", lmtPx: anOrder().lmtPx })));
  await desk.until(() => desk.events("order.accepted").length === 1);
  tws.refuseLogins = Number.POSITIVE_INFINITY;
  tws.session().close();
  await vi.waitFor(() => expect(desk.alerts).toContain("GATE_SILENT"), 5000);
  expect(tws.openOrders.length).toBe(1);
  tws.refuseLogins = 0;
  await desk.until(() => desk.events("order.canceled").length === 1);
  expect(tws.openOrders).toEqual([]);
});
