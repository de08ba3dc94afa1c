import type { FakeTws } from "@bowline/broker-ib/test-support";
import type { Entry } from "@bowline/contracts";
import { anOrder, at } from "@bowline/testkit";
import { beforeEach, describe, expect, it } from "vitest";
import { BRACKET, READY, aMarketOrder, approvalOf, cancelIntent, fill, isReady, withDesks } from "./test-desk.ts";

const desks = withDesks();
const { start, lockstep } = desks;
let tws: FakeTws;
beforeEach(() => void (tws = desks.tws()));

describe("a session", () => {
  it("is READY only after everything was asked for, in this order, and the journal has it", async () => {
    const desk = await lockstep();
    expect(desk.told()).toEqual(READY);
    expect(tws.heard.map((m) => m.type)).toEqual([
      "reqAllOpenOrders",
      "reqCompletedOrders",
      "reqExecutions",
      "reqPositions",
      "reqPnl",
      "reqAccountUpdates",
      "reqCurrentTime",
      "reqCurrentTime",
    ]);
    expect(desk.events("broker.session").at(-1)).toMatchObject({ accountId: "DU1234567", serverVersion: 193 });
    await desk.edge.turn();
    expect(desk.events("broker.account")[0]).toMatchObject({ cash: 100_000_000_000, positions: [] });
    expect([desk.edge.notReady(), desk.edge.pending()]).toEqual([[], 0]);
  });

  it("is not READY while a request has no answer", async () => {
    tws.mute.add("reqExecutions");
    const desk = await start({ timing: { requestTimeoutMs: 30 } });
    await desk.until(() => desk.events("broker.session").some((s) => s.reason.includes("executions: no answer")));
    expect(desk.told().slice(0, 2)).toEqual(["session CONNECTED", "session DISCONNECTED"]);
    tws.mute.clear();
    await desk.until(isReady(desk));
  });

  it("cannot be had for a live account: it says why and sends nothing", async () => {
    tws.accounts.splice(0, 1, "U7654321");
    const desk = await start();
    await desk.until(() => desk.told().length > 0);
    expect(desk.events("broker.session")[0]?.reason).toContain("not a paper account");
    expect(desk.edge.notReady()[0]).toContain("not a paper account");
  });

  it("that ends is noticed, and another begins with the same reconciliation, without help", async () => {
    const desk = await start();
    await desk.until(isReady(desk));
    desk.journal(approvalOf(aMarketOrder({ ordType: "LMT", lmtPx: anOrder().lmtPx })));
    await desk.until(() => desk.told().includes("accepted ORDER1"));
    tws.session().destroy();
    await desk.until(() => desk.told().at(-1) === "session DISCONNECTED");
    fill(tws, tws.openOrders[0]!, { execId: "e-away", silently: true });
    await desk.until(isReady(desk));
    const after = desk.told().slice(desk.told().indexOf("session DISCONNECTED") + 1);
    expect(after.toSorted()).toEqual(
      [
        "session CONNECTED",
        "filled ORDER1",
        "commission ORDER1",
        "reconciliation RECONNECT clean",
        "session READY",
      ].sort(),
    );
    expect(after.indexOf("filled ORDER1")).toBeLessThan(after.indexOf("session READY"));
  });

  it("that is silent is noticed by its probe", async () => {
    const desk = await start({ timing: { probeEveryMs: 100, probeDeadlineMs: 200 } });
    await desk.until(isReady(desk));
    tws.session().pauseReading();
    await desk.until(() => desk.events("broker.session").some((s) => s.reason.includes("did not answer a probe")));
    expect(desk.edge.notReady()[0]).toContain("no reconciled session with TWS");
  });

  it("without a line to IB is not READY until it has one again", async () => {
    const { encode } = await import("@bowline/tws-wire");
    const desk = await start();
    await desk.until(isReady(desk));
    desk.journal({ kind: "request.subscribe", requestId: "r1", group: "tech", symbol: "AAPL" }, "market-data");
    await desk.until(() => desk.told().includes("md.instrument"));
    const session = tws.session();
    session.send(encode.errorMessage(session.serverVersion, { id: -1, code: 1100, text: "lost" }));
    await desk.until(() => desk.told().at(-1) === "session CONNECTED");
    expect(desk.edge.notReady()).toEqual(["no reconciled session with TWS: TWS lost its line to IB"]);
    session.send(encode.errorMessage(session.serverVersion, { id: -1, code: 1101, text: "restored, data lost" }));
    await desk.until(isReady(desk));
    expect(tws.sessionCount()).toBe(1);
    expect(tws.heard.filter((m) => m.type === "reqMktData").length).toBe(2);
  });
});

describe("an approved order", () => {
  it("is in the journal before it is on the wire, and comes back with the broker's news", async () => {
    const submittedBefore: number[] = [];
    const desk = await lockstep({
      afterPublish: (_desk, entries) =>
        void (entries.some((e) => e.event.kind === "order.submitted") && submittedBefore.push(tws.placed().length)),
    });
    const approval = desk.journal(approvalOf(aMarketOrder()));
    await desk.edge.turn();
    expect([submittedBefore, tws.placed().length]).toEqual([[0], 1]);
    await desk.edge.turn();
    expect(desk.told().slice(3)).toEqual(["submitted ORDER1", "accepted ORDER1", "filled ORDER1", "commission ORDER1"]);
    expect(tws.placed()[0]).toMatchObject({
      orderId: 7,
      order: { action: "BUY", orderType: "MKT", totalQty: 100_000_000, orderRef: "ORDER000000000000001" },
    });
    const filled = (desk.port.journal as Entry[]).find((e) => e.event.kind === "order.filled");
    expect(filled?.header).toMatchObject({ causeId: approval.header.id, correlationId: approval.header.correlationId });
    expect(desk.events("order.filled")[0]).toMatchObject({
      lastPx: 100_000_000,
      cumQty: 100_000_000,
      leavesQty: 0,
      strategy: "demo",
    });
  });

  it("with a bracket goes as three orders of one family, of which the last transmits", async () => {
    const desk = await lockstep();
    desk.journal(approvalOf(anOrder({ bracket: BRACKET })));
    await desk.edge.turn();
    expect(tws.placed().map((p) => [p.orderId, p.order.orderType, p.order.parentId, p.order.transmit])).toEqual([
      [7, "LMT", 0, false],
      [8, "STP", 7, false],
      [9, "LMT", 7, true],
    ]);
    await desk.edge.turn();
    expect(desk.told().slice(3)).toEqual([
      "submitted ORDER1",
      "submitted STOP1",
      "submitted TARGET1",
      "accepted ORDER1",
      "accepted STOP1",
      "accepted TARGET1",
    ]);
  });

  it("is never sent after its expiry, after a kill, after its cancel, or without the gate's word; nothing of it is begun", async () => {
    const desk = await lockstep();
    desk.port.setNow(at(61));
    desk.journal(approvalOf(aMarketOrder()));
    desk.journal(approvalOf(aMarketOrder({ clOrdId: "FORGED00000000000001", expiresUs: at(100) })), "strategy.tech");
    desk.journal(cancelIntent("CANCELED000000000001"));
    desk.journal(approvalOf(aMarketOrder({ clOrdId: "CANCELED000000000001", expiresUs: at(100) })));
    desk.journal({ kind: "control.kill", scope: "AAPL", reason: "", by: "me" }, "operator");
    desk.journal(approvalOf(aMarketOrder({ clOrdId: "KILLED00000000000001", expiresUs: at(100) })));
    await desk.edge.turn();
    expect(desk.told()).toEqual(READY);
    desk.journal({ kind: "control.resume", scope: "AAPL", reason: "", by: "me" }, "operator");
    desk.journal(approvalOf(aMarketOrder({ clOrdId: "RESUMED0000000000001", expiresUs: at(100) })));
    await desk.edge.turn();
    expect(tws.placed().map((p) => p.order.orderRef)).toEqual(["RESUMED0000000000001"]);
  });

  it("that is killed between journal and wire is lost by our own log's word", async () => {
    const desk = await lockstep({
      afterPublish: (by, entries) => {
        if (entries.some((e) => e.event.kind === "order.submitted"))
          by.journal({ kind: "control.kill", scope: "global", reason: "", by: "me" }, "operator");
      },
    });
    desk.journal(approvalOf(anOrder({ bracket: BRACKET })));
    await desk.edge.turn();
    await desk.edge.turn();
    expect(desk.told().slice(3)).toEqual([
      "submitted ORDER1",
      "submitted STOP1",
      "submitted TARGET1",
      "lost ORDER1",
      "lost STOP1",
      "lost TARGET1",
    ]);
    expect(desk.events("order.lost")[0]?.evidence).toContain("never written to the broker, because killed");
    expect(tws.placed()).toEqual([]);
  });

  describe("whose lease is not renewed in time between journal and wire", () => {
    const losing = (how?: { readonly taken: boolean }): Parameters<typeof start>[0] => ({
      afterPublish: (by, entries) => {
        if (entries.some((e) => e.event.kind === "order.submitted")) by.port.loseLease(how);
      },
    });
    it("is not sent", async () => {
      const desk = await start(losing());
      await desk.until(isReady(desk));
      desk.journal(approvalOf(aMarketOrder()));
      await desk.until(() => desk.events("order.lost").length > 0);
      expect(desk.events("order.lost")[0]?.evidence).toContain("the lease may be another's");
      expect(tws.placed()).toEqual([]);
    });
    it("is sent in lock-step when the lease is renewed: what a machine was busy with decides nothing", async () => {
      const desk = await lockstep(losing());
      desk.journal(approvalOf(aMarketOrder()));
      await desk.edge.turn();
      expect(desk.events("order.lost")).toEqual([]);
      expect(tws.placed()).toHaveLength(1);
    });
    it("is not sent in lock-step either when another has taken it: that ends the process", async () => {
      const desk = await lockstep(losing({ taken: true }));
      desk.journal(approvalOf(aMarketOrder()));
      await expect(desk.edge.turn()).rejects.toThrow("the lease is another's");
      expect(tws.placed()).toEqual([]);
    });
  });

  it("of a gate whose lease another one has won is not sent", async () => {
    const desk = await lockstep();
    desk.journal({ kind: "control.lease", machineName: "risk-gate", holder: "other", leaseEpoch: 2 }, "loop");
    desk.journal(approvalOf(aMarketOrder()));
    await desk.edge.turn();
    expect([desk.edge.pending(), tws.placed()]).toEqual([0, []]);
  });

  it("that was begun before is not sent again, whoever approves it again", async () => {
    const desk = await lockstep();
    desk.journal(approvalOf(aMarketOrder()));
    await desk.edge.turn();
    desk.journal(approvalOf(aMarketOrder()));
    await desk.edge.turn();
    expect(tws.placed()).toHaveLength(1);
  });

  it("that lapsed while it waited is not sent", async () => {
    const desk = await lockstep();
    await desk.edge.turn();
    desk.journal(approvalOf(aMarketOrder()));
    desk.journal(
      { kind: "order.lapsed", clOrdId: aMarketOrder().clOrdId, group: "tech", symbol: "AAPL", reason: "expired" },
      "risk-gate",
    );
    expect(desk.edge.pending()).toBe(0);
  });

  it("decided while there is no session is not sent on the next one", async () => {
    const desk = await start();
    await desk.until(isReady(desk));
    tws.session().destroy();
    await desk.until(() => desk.told().at(-1) === "session DISCONNECTED");
    desk.journal(approvalOf(aMarketOrder()));
    await desk.until(isReady(desk));
    expect(tws.placed()).toEqual([]);
    expect(desk.told()).not.toContain("submitted ORDER1");
  });

  it("is not begun when TWS does not answer on an open socket", async () => {
    const desk = await start({ timing: { probeEveryMs: 60_000 } });
    await desk.until(isReady(desk));
    tws.mute.add("reqCurrentTime");
    await new Promise((resolve) => setTimeout(resolve, 300));
    desk.journal(approvalOf(aMarketOrder()));
    await desk.edge.turn();
    expect(tws.placed()).toEqual([]);
    expect(desk.told()).not.toContain("submitted ORDER1");
  });

  it("is canceled when its strategy says so, once, and told with the reason", async () => {
    const desk = await lockstep();
    desk.journal(approvalOf(anOrder()));
    await desk.edge.turn();
    desk.journal(cancelIntent(anOrder().clOrdId));
    await desk.edge.turn();
    await desk.edge.turn();
    expect(desk.events("order.canceled")).toMatchObject([{ reason: "requested", cumQty: 0 }]);
    expect(tws.heard.filter((m) => m.type === "cancelOrder").length).toBe(1);
    desk.journal(cancelIntent("NOBODY00000000000001"));
    await desk.edge.turn();
    expect(tws.heard.filter((m) => m.type === "cancelOrder").length).toBe(1);
  });
});
