import { type FakeTws, anAapl } from "@bowline/broker-ib/test-support";
import type { Entry, Order } from "@bowline/contracts";
import { anOrder } from "@bowline/testkit";
import type { OpenOrderMessage } from "@bowline/tws-wire";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { BRACKET, type Desk, aDataDir, aMarketOrder, approvalOf, cancelIntent, fill, withDesks } from "./test-desk.ts";

const { lockstep, dies, tws: broker } = withDesks();
let tws: FakeTws;
beforeEach(() => void (tws = broker()));

const SHARE = 1_000_000;
const openOf = (orderRef: string): OpenOrderMessage => {
  const found = tws.openOrders.find(({ order }) => order.orderRef === orderRef);
  if (found === undefined) throw new Error(`${orderRef} does not work`);
  return found;
};
const held = (): number => tws.positions.find(({ contract }) => contract.symbol === "AAPL")?.positionQty ?? 0;
const sold = (): readonly string[] =>
  tws.placed().flatMap(({ order }) => (order.action === "SELL" && order.parentId === 0 ? [order.orderRef] : []));
const anExit = (changes: Partial<Order> = {}): Order =>
  aMarketOrder({ clOrdId: "EXIT0000000000000001", side: "SELL", purpose: "EXIT", ...changes });
/** The broker said something that this turn will act on. */
const heardOf = (desk: Desk, before: number): Promise<void> =>
  vi.waitFor(() => expect(desk.edge.pending()).toBeGreaterThan(before), { interval: 2 });

/** Long 100 under a working stop and target. */
async function longInBracket(options: Parameters<typeof lockstep>[0] = {}): Promise<Desk> {
  const desk = await lockstep(options);
  desk.journal(approvalOf(anOrder({ bracket: BRACKET })));
  await desk.edge.turn();
  fill(tws, openOf("ORDER000000000000001"), { execId: "e-entry" });
  await desk.until(() => desk.told().includes("filled ORDER1"));
  expect(held()).toBe(100 * SHARE);
  return desk;
}
const cancelStop = async (desk: Desk): Promise<OpenOrderMessage> => {
  const [stop, target] = [openOf(BRACKET.stopClOrdId), openOf(BRACKET.targetClOrdId)];
  desk.journal(cancelIntent(BRACKET.stopClOrdId));
  desk.journal(cancelIntent(BRACKET.targetClOrdId));
  await desk.until(() => desk.told().includes("canceled TARGET1") && desk.told().includes("canceled STOP1"));
  expect(target.orderId).toBeGreaterThan(stop.orderId);
  return stop;
};

describe("[pitfall 12] an exit never turns the position", () => {
  it("where the stop filled first: the exit stays unwritten, the fill need not be journaled yet", async () => {
    const desk = await longInBracket();
    const before = desk.edge.pending();
    fill(tws, openOf(BRACKET.stopClOrdId), { execId: "e-stop" });
    await heardOf(desk, before);
    desk.journal(approvalOf(anExit()));
    await desk.edge.turn();
    expect([sold(), held()]).toEqual([[], 0]);
    expect(desk.told()).not.toContain("submitted EXIT1");
  });

  it("where the exit comes first: it waits for the end of the stop, which may still fill", async () => {
    const desk = await longInBracket();
    desk.journal(approvalOf(anExit()));
    await desk.edge.turn();
    expect(sold()).toEqual([]);
    desk.journal(cancelIntent(BRACKET.targetClOrdId));
    desk.journal(approvalOf(anExit({ clOrdId: "EXIT0000000000000002" })));
    await desk.until(() => desk.told().includes("canceled TARGET1"));
    expect(sold()).toEqual([]);
    desk.journal(cancelIntent(BRACKET.stopClOrdId));
    await desk.until(() => desk.told().includes("canceled STOP1"));
    desk.journal(approvalOf(anExit({ clOrdId: "EXIT0000000000000003" })));
    await desk.until(() => desk.told().includes("filled EXIT3"));
    expect([sold(), held()]).toEqual([["EXIT0000000000000003"], 0]);
  });

  it("where both come at the same moment: a late fill of the canceled stop ends the exit between its record and the wire", async () => {
    const canceled: OpenOrderMessage[] = [];
    const desk = await longInBracket({
      async afterPublish(running, entries) {
        const isExit = entries.some(
          ({ event }) => event.kind === "order.submitted" && event.clOrdId.startsWith("EXIT"),
        );
        const stop = canceled[0];
        if (!isExit || stop === undefined) return;
        const before = running.edge.pending();
        fill(tws, stop, { execId: "e-late" });
        await heardOf(running, before);
      },
    });
    canceled.push(await cancelStop(desk));
    desk.journal(approvalOf(anExit()));
    await desk.until(() => desk.told().includes("lost EXIT1"));
    expect([sold(), held()]).toEqual([[], 0]);
    expect(desk.events("order.lost")[0]?.evidence).toContain("no position to leave");
  });

  it("nor does a second exit beside one that works", async () => {
    const desk = await longInBracket();
    await cancelStop(desk);
    const limit = { ordType: "LMT", lmtPx: anOrder().lmtPx } as const;
    desk.journal(approvalOf(anExit(limit)));
    desk.journal(approvalOf(anExit({ ...limit, clOrdId: "EXIT0000000000000002" })));
    await desk.edge.turn();
    await desk.edge.turn();
    expect(sold()).toEqual(["EXIT0000000000000001"]);
  });
});

describe("[pitfall 12] [fault 41] an exit beside a working order by hand", () => {
  it("does not go, and goes once the broker shows the other no more", async () => {
    const desk = await lockstep();
    desk.journal(approvalOf(aMarketOrder()));
    await desk.until(() => desk.told().includes("filled ORDER1"));
    const like = tws.placed()[0]!.order;
    const byHand: OpenOrderMessage = {
      orderId: 0,
      clientId: 0,
      permId: 7777,
      contract: anAapl,
      order: { ...like, orderRef: "", action: "SELL", orderType: "LMT", lmtPx: 120_000_000 },
      state: { status: "Submitted" },
    };
    tws.openOrders.push(byHand);
    tws.session().close();
    await desk.until(() => desk.events("broker.external-order").length > 0);
    desk.journal(approvalOf(anExit()));
    await desk.edge.turn();
    expect([sold(), held()]).toEqual([[], 100 * SHARE]);
    expect(desk.notSent().at(-1)?.reason).toContain("EXTERNAL_EXITS_EXCEED_POSITION");
    tws.openOrders.splice(tws.openOrders.indexOf(byHand), 1);
    tws.session().close();
    await desk.until(() => desk.events("broker.external-order").at(-1)?.leavesQty === 0);
    desk.journal(approvalOf(anExit({ clOrdId: "EXIT0000000000000002" })));
    await desk.until(() => desk.told().includes("filled EXIT2"));
    expect([sold(), held()]).toEqual([["EXIT0000000000000002"], 0]);
  });
});

describe("[fault 11] kill -9 while a position is being closed", () => {
  it("the exit is found again, what it filled counts, and no other goes beyond the position", async () => {
    const dataDir = aDataDir();
    const died = await dies({ dataDir, rehearse: (at) => die(at) });
    let armed = false;
    const die = (at: string): void => {
      if (armed && at === "after-place") throw new Error("killed");
    };
    died.journal(approvalOf(aMarketOrder()));
    await died.until(() => died.told().includes("filled ORDER1"));
    armed = true;
    died.journal(approvalOf(anExit({ ordType: "LMT", lmtPx: anOrder().lmtPx })));
    await expect(died.edge.turn()).rejects.toThrow("killed");
    await vi.waitFor(() => expect(sold()).toHaveLength(1), { interval: 2 });
    await died.edge.stop();
    const exit = openOf("EXIT0000000000000001");
    fill(tws, exit, { execId: "e-part", silently: true, quantity: 40 * SHARE });

    const desk = await lockstep({ before: [...(died.port.journal as Entry[])], dataDir });
    await desk.until(() => desk.told().includes("filled EXIT1"));
    for (const [index, quantity] of [100, 60, 1].entries())
      desk.journal(
        approvalOf(anExit({ clOrdId: `EXIT000000000000001${index}`, orderQty: (quantity * SHARE) as never })),
      );
    await desk.edge.turn();
    expect([sold(), held()]).toEqual([["EXIT0000000000000001"], 60 * SHARE]);
    tws.openOrders.splice(tws.openOrders.indexOf(exit), 1, { ...exit, order: { ...exit.order, totalQty: 60 * SHARE } });
    fill(tws, openOf("EXIT0000000000000001"), { execId: "e-rest" });
    await desk.until(() => desk.told().filter((line) => line === "filled EXIT1").length === 2);
    desk.journal(approvalOf(anExit({ clOrdId: "EXIT0000000000000009" })));
    await desk.edge.turn();
    expect([sold(), held()]).toEqual([["EXIT0000000000000001"], 0]);
  });
});
