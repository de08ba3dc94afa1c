import { addMs } from "@bowline/kernel";
import { dollars } from "@bowline/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eventsOf, type ExecutionRig, startExecutionRig, until, untilReady } from "./execution-rig.ts";

let rig: ExecutionRig;
beforeAll(async () => void (rig = await startExecutionRig()), 60_000);
afterAll(() => rig.stop());

const STOP = "STOP0000000000000001";
const TARGET = "TARGET00000000000001";
const WITHIN_MS = 15_000;
const about = (clOrdId: string) => ({ clOrdId, group: "tech", symbol: "AAPL", strategy: "demo", rule: "entry" });

type BrokerOrder = {
  readonly orderRef: string;
  readonly clientId: number;
  readonly permId: number;
  readonly trailStopPx?: number;
  readonly trailingMicros?: number;
  readonly orderQty: number;
  readonly lmtPx?: number;
};
const atBroker = async (orderRef: string): Promise<BrokerOrder | undefined> =>
  ((await rig.openAtBroker()) as readonly BrokerOrder[]).find((order) => order.orderRef === orderRef);
/** Of an event of one order. */
const told = (kind: "order.filled" | "order.canceled" | "order.replaced", clOrdId: string) =>
  until(() => eventsOf(rig, kind).find((event) => event.clOrdId === clOrdId), WITHIN_MS, `${kind} of ${clOrdId}`);

it(
  "[pitfall 7] a bracket outlives kill -9 of execution: same client, its trailing high kept, its legs changed and canceled after it",
  { tags: ["all"], timeout: 120_000 },
  async () => {
    const first = await rig.start();
    await untilReady(first);
    // The trail begins far below: what it is found at later, it went to by itself.
    const bracket = {
      stopClOrdId: STOP,
      stopPx: dollars("1"),
      stopTrailPercent: 50_000,
      targetClOrdId: TARGET,
      targetLmtPx: dollars("9000"),
    };
    const entry = await rig.approve({ symbol: "AAPL", ordType: "MKT", lmtPx: undefined, bracket });
    await told("order.filled", entry);
    const before = await until(
      async () => {
        const stop = await atBroker(STOP);
        return (stop?.trailStopPx ?? 0) > 2 * bracket.stopPx ? stop : undefined;
      },
      WITHIN_MS,
      "a stop that trails",
    );
    first.signal("SIGKILL");
    await first.ended;

    const second = await rig.start({ dataDir: first.dataDir });
    await untilReady(second);
    const after = await atBroker(STOP);
    expect(after).toMatchObject({ permId: before.permId, clientId: before.clientId });
    expect(after?.trailStopPx).toBeGreaterThanOrEqual(before.trailStopPx ?? Number.NaN);

    for (const [leg, change] of [
      [STOP, { trailPercent: 60_000 }],
      [TARGET, { lmtPx: dollars("8000") }],
    ] as const) {
      const approved = { ...about(leg), replaceId: `change of ${leg}`, expiresUs: addMs(rig.nowUs(), WITHIN_MS) };
      await rig.journal({ kind: "order.replace-approved", ...approved, ...change }, "risk-gate");
      await told("order.replaced", leg);
    }
    expect(await atBroker(TARGET)).toMatchObject({ lmtPx: dollars("8000"), clientId: before.clientId });
    const wider = await atBroker(STOP);
    expect(wider).toMatchObject({ permId: before.permId, orderQty: before.orderQty, trailingMicros: 60_000 });
    expect(wider?.trailStopPx).toBeGreaterThanOrEqual(after?.trailStopPx ?? Number.NaN);

    for (const leg of [STOP, TARGET])
      await rig.journal({ kind: "order.cancel-intent", ...about(leg), reason: "by hand" }, "strategy.tech");
    await told("order.canceled", STOP);
    await told("order.canceled", TARGET);
    expect(rig.placed().filter((clOrdId) => clOrdId === entry)).toHaveLength(1);
  },
);
