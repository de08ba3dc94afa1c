import type { Order } from "@bowline/contracts";
import { executedChange, isExecuted } from "@bowline/orders";
import { dollars, figure } from "@bowline/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { eventsOf, type ExecutionRig, type RigProcess, startExecutionRig, until, untilReady } from "./execution-rig.ts";

const SHARE = 1_000_000;
/** Ten minutes of the pitfall, in so many milliseconds here. */
const SILENT_MS = 6000;
const SCALE = 600_000 / SILENT_MS;

let rig: ExecutionRig;
let execution: RigProcess;
beforeAll(async () => {
  rig = await startExecutionRig();
  execution = await rig.start();
  await untilReady(execution);
}, 60_000);
afterAll(() => rig.stop());
afterEach(() => rig.fault({ fault: "clear" }));

const settle = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const isPlaced = (clOrdId: string) => () => (rig.placed().includes(clOrdId) ? true : undefined);
const isWorking = (clOrdId: string) => async () =>
  (await rig.openAtBroker()).some(({ orderRef }) => orderRef === clOrdId) ? true : undefined;
const fillsOf = (clOrdId: string) => eventsOf(rig, "order.filled").filter((fill) => fill.clOrdId === clOrdId);
/** What the journal says of an order, by kind. */
const told = (clOrdId: string): readonly string[] =>
  rig.entries().flatMap(({ event }) => ("clOrdId" in event && event.clOrdId === clOrdId ? [event.kind] : []));
const sessions = (state: string): number =>
  eventsOf(rig, "broker.session").filter((event) => event.state === state).length;

/** What the journal held of a symbol after each of its executions, in shares. */
function heldOf(symbol: string): readonly number[] {
  const held: number[] = [];
  for (const { event } of rig.entries())
    if (isExecuted(event) && event.symbol === symbol)
      held.push((held.at(-1) ?? 0) + executedChange(event).quantity / SHARE);
  return held;
}

type Account = { readonly positions: readonly { readonly symbol: string; readonly positionQty: number }[] };
const atBroker = async (symbol: string): Promise<number> => {
  const { positions } = await rig.sim<Account>("/sim/account");
  return (positions.find((position) => position.symbol === symbol)?.positionQty ?? 0) / SHARE;
};

describe("[pitfall 10] an order that TWS does not answer", () => {
  it(`for 10 min (here scaled by ${SCALE} to ${SILENT_MS / 1000} s): nothing is concluded, nothing is sent, and its late fill counts once`, async () => {
    for (const name of ["openOrder", "orderStatus", "execDetails", "commissionReport"])
      await rig.fault({ fault: "messages", name, how: "drop", times: 10_000 });
    const clOrdId = await rig.approve({ symbol: "AAPL" });
    await until(isPlaced(clOrdId), 5000, "the order on the wire");
    await until(isWorking(clOrdId), 5000, "the order at the broker");
    const [disconnected, placed] = [sessions("DISCONNECTED"), rig.placed().length];
    await rig.fault({ fault: "silence" });
    const silentMs = performance.now();
    await until(() => (sessions("DISCONNECTED") > disconnected ? true : undefined), 6000, "the silence is noticed");
    const second = await rig.approve({ symbol: "AAPL" });
    await rig.fault({ fault: "fill-order", symbol: "AAPL", quantity: 1 });
    await settle(SILENT_MS - (performance.now() - silentMs));
    // No end of it is told, so whoever reserved its exposure holds it still: refused and dead connections are no evidence.
    expect(told(clOrdId).filter((kind) => kind !== "order.approved")).toEqual(["order.submitted"]);
    expect([told(second), rig.placed().length]).toEqual([[], placed]);
    await rig.fault({ fault: "clear" });
    const answeredMs = performance.now();
    await until(() => fillsOf(clOrdId)[0], 15_000, "the late fill");
    figure(
      `the fill is booked after the answer (10 min scaled by ${SCALE})`,
      (performance.now() - answeredMs) / 1000,
      "s",
    );
    await untilReady(execution, 20_000);
    expect(fillsOf(clOrdId)).toMatchObject([{ cumQty: SHARE, leavesQty: 0 }]);
    expect([heldOf("AAPL"), await atBroker("AAPL")]).toEqual([[1], 1]);
    expect(rig.placed().filter((ref) => ref === clOrdId)).toHaveLength(1);
    expect(told(clOrdId)).not.toContain("order.lost");
  });

  it(
    "ever, as it was swallowed: it is lost only once TWS has listed everything without it, and never sent again",
    { tags: ["all"] },
    async () => {
      await rig.fault({ fault: "swallow-orders" });
      const clOrdId = await rig.approve({ symbol: "BAC" });
      await until(isPlaced(clOrdId), 5000, "the order on the wire");
      await settle(1000);
      expect(told(clOrdId)).toEqual(["order.submitted"]);
      await rig.fault({ fault: "cut" });
      await until(() => (told(clOrdId).includes("order.lost") ? true : undefined), 20_000, "the loss");
      await untilReady(execution, 20_000);
      expect(told(clOrdId)).toEqual(["order.submitted", "order.unknown", "order.lost"]);
      expect(rig.placed().filter((ref) => ref === clOrdId)).toHaveLength(1);
    },
  );
});

describe("[pitfall 12] an exit beside a target that fills", () => {
  /** Long one share under a working stop and target. */
  async function longInBracket(symbol: string, n: number): Promise<void> {
    const target = `RIGTARGET0000000000${n}`;
    const stopClOrdId = `RIGSTOP000000000000${n}`;
    const bracket = { stopClOrdId, stopPx: dollars("20"), targetClOrdId: target, targetLmtPx: dollars("2000") };
    await rig.approve({ symbol, ordType: "MKT", lmtPx: undefined, bracket });
    await until(() => heldOf(symbol)[0], 20_000, "the entry's fill");
    await until(isWorking(target), 5000, "the target");
  }
  const exit = (symbol: string) =>
    rig.approve({
      symbol,
      side: "SELL",
      purpose: "EXIT",
      ordType: "MKT",
      lmtPx: undefined,
      orderQty: SHARE as Order["orderQty"],
    });

  it.each([
    ["the fill first", "CVX", 1],
    ["the exit first", "COP", 2],
    ["both at once", "GS", 3],
  ] as const)("%s: the position ends at 0 and is never turned", async (which, symbol, n) => {
    await longInBracket(symbol, n);
    const fill = () => rig.fault({ fault: "fill-order", symbol, quantity: 1 });
    if (which === "the fill first") await fill();
    const leaving = exit(symbol);
    if (which === "the exit first") await leaving;
    if (which !== "the fill first") await fill();
    await leaving;
    await until(() => (heldOf(symbol).at(-1) === 0 ? true : undefined), 5000, "flat");
    await settle(300);
    expect(heldOf(symbol)).toEqual([1, 0]);
    expect(await atBroker(symbol)).toBe(0);
  });
});
