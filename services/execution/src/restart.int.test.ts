import type { FakeTws } from "@bowline/broker-ib/test-support";
import type { Entry } from "@bowline/contracts";
import { anEntry, anOrder } from "@bowline/testkit";
import { beforeEach, describe, expect, it } from "vitest";
import {
  BRACKET,
  type Desk,
  GENERATION,
  READY,
  aDataDir,
  aMarketOrder,
  approvalOf,
  cancelIntent,
  isReady,
  withDesks,
} from "./test-desk.ts";

const desks = withDesks();
const { start, lockstep, dies } = desks;
let tws: FakeTws;
beforeEach(() => void (tws = desks.tws()));

describe("a restart", () => {
  /** Another incarnation, after its first turn. */
  const restart = async (died: Desk, dataDir: string): Promise<Desk> => {
    const desk = await lockstep({ before: [...(died.port.journal as Entry[])], dataDir });
    await desk.edge.turn();
    return desk;
  };
  const killed = async (desk: Desk): Promise<void> => {
    await expect(desk.edge.turn()).rejects.toThrow("killed");
    await desk.edge.stop();
  };
  const rehearse = (at: string) => (reached: string) => {
    if (reached === at) throw new Error("killed");
  };

  it("after the write-ahead record: the order is unknown, then lost, and never sent", async () => {
    const dataDir = aDataDir();
    const died = await dies({ dataDir, rehearse: rehearse("after-wal") });
    died.journal(approvalOf(aMarketOrder()));
    await killed(died);
    const desk = await restart(died, dataDir);
    expect(desk.told()).toEqual(["unknown ORDER1", "lost ORDER1", ...READY]);
    const again = await restart(desk, dataDir);
    await again.edge.turn();
    expect(again.told()).toEqual(READY);
    expect(tws.placed()).toEqual([]);
  });

  it("after `submitted`: the same, with every leg", async () => {
    const dataDir = aDataDir();
    const died = await dies({ dataDir, rehearse: rehearse("after-submitted") });
    died.journal(approvalOf(anOrder({ bracket: BRACKET })));
    await killed(died);
    const desk = await restart(died, dataDir);
    expect(desk.told().slice(0, 6)).toEqual([
      "unknown ORDER1",
      "lost ORDER1",
      "unknown STOP1",
      "lost STOP1",
      "unknown TARGET1",
      "lost TARGET1",
    ]);
    expect(tws.placed()).toEqual([]);
  });

  it("after the wire: the broker's evidence resolves it, and what it missed is told once", async () => {
    const dataDir = aDataDir();
    const died = await dies({ dataDir, rehearse: rehearse("after-place") });
    died.journal(approvalOf(aMarketOrder()));
    await expect(died.edge.turn()).rejects.toThrow("killed");
    await tws.next("placeOrder");
    await died.edge.stop();
    const desk = await restart(died, dataDir);
    expect(desk.told()).toEqual([
      "unknown ORDER1",
      "resolved ORDER1",
      ...READY,
      "accepted ORDER1",
      "filled ORDER1",
      "commission ORDER1",
    ]);
    expect((await restart(desk, dataDir)).told()).toEqual(READY);
    expect(tws.placed().length).toBe(1);
  });

  it("between the legs of a bracket: what is staged is canceled, the rest is lost", async () => {
    const dataDir = aDataDir();
    const died = await dies({ dataDir, rehearse: rehearse("after-place") });
    died.journal(approvalOf(anOrder({ bracket: BRACKET })));
    await expect(died.edge.turn()).rejects.toThrow("killed");
    await tws.next("placeOrder");
    await died.edge.stop();
    tws.openOrders.splice(0, 1, { ...tws.openOrders[0]!, state: { status: "PendingSubmit" } });
    const desk = await restart(died, dataDir);
    const staged = [
      "unknown ORDER1",
      "resolved ORDER1",
      "unknown STOP1",
      "lost STOP1",
      "unknown TARGET1",
      "lost TARGET1",
    ];
    expect(desk.told()).toEqual([
      ...staged,
      "session CONNECTED",
      "reconciliation START clean",
      "session READY",
      "canceled ORDER1",
    ]);
    expect(tws.placed().length).toBe(1);
    expect(desk.events("broker.reconciliation")[0]?.actions.map((a) => a.action)).toContain("canceled");
  });

  it("after SENT: no doubt at all", async () => {
    const dataDir = aDataDir();
    const died = await dies({ dataDir });
    died.journal(approvalOf(aMarketOrder()));
    died.port.dieAtPublish(2);
    await killed(died);
    const desk = await restart(died, dataDir);
    expect(desk.told()).toEqual([...READY, "accepted ORDER1", "filled ORDER1", "commission ORDER1"]);
  });

  it("with a `submitted` that was sent and that the broker never saw: lost", async () => {
    const dataDir = aDataDir();
    const died = await dies({ dataDir });
    tws.mute.add("placeOrder");
    died.journal(approvalOf(aMarketOrder()));
    await died.edge.turn();
    await died.edge.stop();
    const desk = await restart(died, dataDir);
    expect(desk.told().slice(0, 2)).toEqual(["unknown ORDER1", "lost ORDER1"]);
  });

  it("before anything was begun: the same disk sends it, once", async () => {
    const dataDir = aDataDir();
    const died = await dies({ dataDir });
    died.journal(approvalOf(aMarketOrder()));
    await died.edge.stop();
    const desk = await restart(died, dataDir);
    expect(desk.told()).toEqual([
      ...READY,
      "submitted ORDER1",
      "accepted ORDER1",
      "filled ORDER1",
      "commission ORDER1",
    ]);
    expect(tws.placed().length).toBe(1);
  });

  it("before anything was begun, on another disk: unknown, then lost, never sent", async () => {
    const died = await dies();
    died.journal(approvalOf(anOrder({ bracket: BRACKET })));
    await died.edge.stop();
    const desk = await restart(died, aDataDir());
    expect(desk.told().slice(0, 6)).toEqual([
      "unknown ORDER1",
      "lost ORDER1",
      "unknown STOP1",
      "lost STOP1",
      "unknown TARGET1",
      "lost TARGET1",
    ]);
    await desk.edge.turn();
    expect(tws.placed()).toEqual([]);
  });

  it("on another disk with an order that the broker has: adopted, and its ids are not used again", async () => {
    const died = await dies();
    died.journal(approvalOf(anOrder()));
    died.port.dieAtPublish(2);
    await killed(died);
    const desk = await restart(died, aDataDir());
    expect(desk.told()).toEqual(["unknown ORDER1", "resolved ORDER1", ...READY, "accepted ORDER1"]);
    desk.journal(cancelIntent(anOrder().clOrdId));
    desk.journal(approvalOf(aMarketOrder({ clOrdId: "SECOND00000000000001" })));
    await desk.edge.turn();
    expect(tws.heard.findLast((m) => m.type === "cancelOrder")).toMatchObject({ orderId: 7 });
    expect(tws.placed().at(-1)?.orderId).toBe(8);
  });

  it("in the middle of a batch tells the rest, and nothing twice", async () => {
    const dataDir = aDataDir();
    const died = await dies({ dataDir });
    died.journal(approvalOf(aMarketOrder()));
    died.port.dieAtPublish(2, 2);
    await killed(died);
    const desk = await restart(died, dataDir);
    const kinds = (desk.port.journal as Entry[]).map(({ event }) => event.kind);
    expect(kinds.filter((kind) => /accepted|filled|commission/.test(kind))).toEqual([
      "order.accepted",
      "order.filled",
      "order.commission",
    ]);
  });

  it("sends a cancel again that the broker may not have", async () => {
    const dataDir = aDataDir();
    const died = await dies({ dataDir });
    died.journal(approvalOf(anOrder()));
    await died.edge.turn();
    await died.edge.turn();
    died.journal(cancelIntent(anOrder().clOrdId));
    await died.edge.stop();
    const desk = await restart(died, dataDir);
    await desk.edge.turn();
    expect(desk.told()).toContain("canceled ORDER1");
  });

  it("uses order ids above all that it ever used, whatever TWS says [fault 35] [pitfall 2]", async () => {
    const dataDir = aDataDir();
    const died = await dies({ dataDir });
    died.journal(approvalOf(anOrder({ bracket: BRACKET })));
    await died.edge.turn();
    await died.edge.stop();
    tws.nextOrderId = 1;
    const desk = await restart(died, dataDir);
    desk.journal(approvalOf(aMarketOrder({ clOrdId: "SECOND00000000000001" })));
    await desk.edge.turn();
    expect(tws.placed().at(-1)?.orderId).toBe(10);
  });

  it("that cannot write its log ends: it does not go on without", async () => {
    const full = (): never => {
      throw new Error("ENOSPC");
    };
    await expect(dies({ breakLog: full })).rejects.toThrow("ENOSPC");
    let breaks = false;
    const desk = await start({ breakLog: () => (breaks ? full() : undefined) });
    await desk.until(isReady(desk));
    breaks = true;
    desk.journal(approvalOf(aMarketOrder()));
    await expect(desk.edge.turn()).rejects.toThrow("ENOSPC");
    expect(tws.placed()).toEqual([]);
  });

  it("during a reconciliation that fails for a bug ends the next turn with it", async () => {
    let records = 0;
    const breakLog = (): void => {
      records += 1;
      // The first records are the take-over and the generation, the third what the account held before.
      if (records === 3) throw new Error("a bug");
    };
    await expect(dies({ breakLog })).rejects.toThrow("a bug");
    records = 0;
    const desk = await start({ breakLog });
    await expect(desk.until(isReady(desk))).rejects.toThrow("a bug");
  });

  it("needs a journal with a generation", async () => {
    await expect(dies({ before: [] })).rejects.toThrow("no generation");
    expect(GENERATION.kind).toBe("control.generation");
    expect(anEntry(GENERATION).seq).toBe(1);
  });
});

describe("reconciliation", () => {
  it("shows a position that no fill of ours explains", async () => {
    const dataDir = aDataDir();
    const died = await dies({ dataDir });
    died.journal(approvalOf(aMarketOrder()));
    died.port.dieAtPublish(2);
    await expect(died.edge.turn()).rejects.toThrow("killed");
    await died.edge.stop();
    tws.executions.length = 0;
    const desk = await lockstep({ before: [...(died.port.journal as Entry[])], dataDir });
    expect(desk.events("broker.reconciliation")[0]).toMatchObject({
      clean: false,
      actions: [{ subject: "AAPL", finding: "the broker holds 100, our fills make 0" }],
    });
    expect(desk.told()).not.toContain("lost ORDER1");
  });

  it("counts what the account held before this journal as there before", async () => {
    const dataDir = aDataDir();
    const contract = { ...tws.openOrders[0]?.contract, conId: 1, symbol: "OLD" } as never;
    tws.positions.push({
      accountId: "DU1234567",
      contract: {
        secType: "STK",
        lastTradeDate: "",
        strike: 0,
        right: "",
        multiplier: "",
        exchange: "SMART",
        primaryExch: "",
        currency: "USD",
        localSymbol: "OLD",
        tradingClass: "OLD",
        ...(contract as object),
      } as never,
      positionQty: 5_000_000,
      avgCost: 1_000_000,
    });
    const first = await dies({ dataDir });
    expect(first.events("broker.reconciliation")[0]).toMatchObject({
      clean: true,
      actions: [{ subject: "OLD", finding: "the account holds 5 that this journal did not trade" }],
    });
    await first.edge.stop();
    expect((await lockstep({ dataDir })).events("broker.reconciliation")[0]).toMatchObject({
      clean: true,
      actions: [],
    });
  });
});
