import type { FakeTws } from "@bowline/broker-ib/test-support";
import { beforeEach, describe, expect, it } from "vitest";
import { aMarketOrder, approvalOf, type Desk, fill, isReady, withDesks } from "../test-desk.ts";
import { anOrder } from "@bowline/testkit";

const desks = withDesks();
const CLIENT_ID = 18;
const TIMING = { dropCopyEveryMs: 20, dropCopySilentMs: 100 };
let tws: FakeTws;
beforeEach(() => void (tws = desks.tws()));

/** How often the second session has asked. */
const looks = (): number => tws.heard.filter(({ type }) => type === "reqPositions").length;
const looked = async (times: number): Promise<void> => {
  const from = looks();
  await expect.poll(looks, { timeout: 5000, interval: 5 }).toBeGreaterThanOrEqual(from + times);
};
const anomalies = (desk: Desk) => desk.events("order.anomaly").filter(({ code }) => code === "DROP_COPY_DIFFERS");
const start = async (): Promise<Desk> => {
  const desk = await desks.start({ dropCopyClientId: CLIENT_ID, timing: TIMING });
  await desk.until(isReady(desk));
  await expect.poll(() => tws.sessionCount(), { timeout: 5000 }).toBe(2);
  return desk;
};
const resting = async (desk: Desk): Promise<void> => {
  desk.journal(approvalOf(aMarketOrder({ ordType: "LMT", lmtPx: anOrder().lmtPx })));
  await desk.until(() => tws.openOrders.length === 1);
};

describe("a drop copy", () => {
  it("asks under a client id of its own, and places nothing", async () => {
    await start();
    expect(tws.session().clientId).toBe(CLIENT_ID);
    await looked(3);
    expect(tws.placed()).toEqual([]);
  });

  it("halts the symbol of an execution that the first session was not told", async () => {
    const desk = await start();
    await resting(desk);
    // The newest session alone hears it.
    fill(tws, tws.openOrders[0]!, { execId: "e-second" });
    await desk.until(() => anomalies(desk).length >= 2);
    const told = anomalies(desk);
    expect(told.map(({ symbol, effect }) => [symbol, effect])).toEqual([
      ["AAPL", "HALT_SYMBOL"],
      ["AAPL", "HALT_SYMBOL"],
    ]);
    expect(told.map(({ detail }) => detail.slice(0, detail.indexOf(", seen at"))).sort()).toEqual([
      "execution e-second was told to the drop copy alone",
      "the drop copy is told 100 held, our fills make 0",
    ]);
    expect(desk.alerts).toContain("DROP_COPY_DIFFERS AAPL");
  });

  it("says nothing of what both are told", async () => {
    const desk = await start();
    desk.journal(approvalOf(aMarketOrder()));
    await desk.until(() => desk.told().includes("filled ORDER1"));
    await looked(3);
    await desk.edge.turn();
    expect(anomalies(desk)).toEqual([]);
  });

  it("ends at once with execution, also while it waits for an answer", async () => {
    const desk = await desks.dies({ lockstep: false, dropCopyClientId: CLIENT_ID, timing: TIMING });
    await desk.until(isReady(desk));
    await expect.poll(() => tws.sessionCount(), { timeout: 5000 }).toBe(2);
    tws.mute.add("reqPositions");
    await looked(1);
    const fromMs = performance.now();
    await desk.edge.stop();
    // A request that nobody answers is given up after three seconds here.
    expect(performance.now() - fromMs).toBeLessThan(1500);
  });

  it("tells a person when it is silent for long, and goes on when it is back", async () => {
    const desk = await start();
    tws.mute.add("reqExecutions");
    tws.session().destroy();
    tws.refuseLogins = 1_000_000;
    await expect.poll(() => desk.alerts, { timeout: 10_000 }).toContain(`DROP_COPY_SILENT client ${CLIENT_ID}`);
    expect(isReady(desk)()).toBe(true);
    tws.refuseLogins = 0;
    tws.mute.clear();
    await looked(2);
  });
});
