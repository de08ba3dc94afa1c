import type { FakeTws } from "@bowline/broker-ib/test-support";
import type { Entry } from "@bowline/contracts";
import { US_PER_DAY, addMs } from "@bowline/kernel";
import { anOrder, at } from "@bowline/testkit";
import { beforeEach, describe, expect, it } from "vitest";
import {
  type Desk,
  aDataDir,
  aMarketOrder,
  approvalOf,
  closeOrder,
  fill,
  tellCanceled,
  withDesks,
} from "./test-desk.ts";
import { openWriteAheadLog } from "./log/write-ahead-log.ts";

const { lockstep, dies, tws: broker } = withDesks();
let tws: FakeTws;
beforeEach(() => void (tws = broker()));

const LIMIT = { ordType: "LMT", lmtPx: anOrder().lmtPx } as const;
const pass = async (desk: Desk, days: number): Promise<void> => {
  desk.port.setNow(addMs(at(0), (days * US_PER_DAY) / 1000));
  await desk.edge.turn();
};
const logged = (dataDir: string) => {
  const log = openWriteAheadLog(dataDir);
  if (!log.ok) throw new Error("the log is damaged");
  const orders = log.value.orders("g1").map(({ record }) => record.clOrdId);
  const { maxIbOrderId, forgottenUs } = log.value;
  log.value.close();
  return { orders, maxIbOrderId: maxIbOrderId(), forgets: forgottenUs() > 0 };
};

describe("[fault 6] an order that ended long ago", () => {
  it("is forgotten by book and log, stays sent, and nothing of it comes back with a restart", async () => {
    const dataDir = aDataDir();
    const desk = await dies({ dataDir });
    desk.journal(approvalOf(aMarketOrder()));
    await desk.until(() => desk.told().includes("filled ORDER1"));
    desk.journal(approvalOf(aMarketOrder({ clOrdId: "ORDER000000000000002", ...LIMIT })));
    await desk.until(() => desk.told().includes("accepted ORDER2"));
    for (const days of [0.1, 7, 9]) await pass(desk, days);
    await desk.edge.stop();
    expect(logged(dataDir)).toEqual({ orders: ["ORDER000000000000002"], maxIbOrderId: 8, forgets: true });
    tws.executions.splice(0);
    const again = await lockstep({ dataDir, before: [...(desk.port.journal as Entry[])] });
    await pass(again, 10);
    const orders = again.told().filter((line) => !/^(session|reconciliation)/.test(line));
    expect(orders).toEqual([]);
    again.journal(approvalOf(aMarketOrder({ clOrdId: "ORDER000000000000003", ...LIMIT, expiresUs: at(20 * 86_400) })));
    await again.until(() => again.told().includes("accepted ORDER3"));
    expect(tws.placed().map(({ order, orderId }) => [order.orderRef, orderId])).toEqual([
      ["ORDER000000000000001", 7],
      ["ORDER000000000000002", 8],
      ["ORDER000000000000003", 9],
    ]);
  });

  it("books a fill that comes within the week", async () => {
    const desk = await lockstep();
    desk.journal(approvalOf(aMarketOrder(LIMIT)));
    await desk.until(() => desk.told().includes("accepted ORDER1"));
    const [order] = tws.openOrders;
    closeOrder(tws, order!, "Cancelled");
    tellCanceled(tws, order!.orderId, order!.permId);
    await desk.until(() => desk.told().includes("canceled ORDER1"));
    for (const days of [0.1, 3, 7]) await pass(desk, days);
    tws.openOrders.push(order!);
    fill(tws, order!, { execId: "late" });
    await desk.until(() => desk.told().includes("filled ORDER1"));
    expect(desk.events("broker.external-fill")).toEqual([]);
  });
});
