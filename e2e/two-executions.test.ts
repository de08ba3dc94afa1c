import { publishAcked } from "@bowline/bus";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  eventsOf,
  type ExecutionRig,
  nowMs,
  type RigProcess,
  startExecutionRig,
  until,
  untilReady,
} from "./execution-rig.ts";

let rig: ExecutionRig;
beforeAll(async () => void (rig = await startExecutionRig()), 60_000);
afterAll(() => rig.stop());
afterEach(() => rig.endExecutions());

const isPlaced = (clOrdId: string) => () => (rig.placed().includes(clOrdId) ? true : undefined);
const whyNot = async (execution: RigProcess): Promise<string> => ((await execution.notReady()) ?? []).join("; ");
const settle = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** One placeOrder a clOrdId, whoever sent it. */
const expectNoneDoubled = (): void => expect(rig.placed()).toHaveLength(new Set(rig.placed()).size);

/** One that holds the lease and is ready, one that waits. */
async function startPair(): Promise<{ holder: RigProcess; standby: RigProcess }> {
  const holder = await rig.start();
  await untilReady(holder);
  return { holder, standby: await rig.start() };
}

describe("two executions", () => {
  it("[fault 27] one holds the lease, the other is a warm standby that takes over within 5 s, reconciliation first", async () => {
    const { holder, standby } = await startPair();
    expect(await whyNot(standby)).toBe("execution is standby");
    const resting = await rig.approve();
    await until(isPlaced(resting), 5000, "an order of the holder");
    const killedMs = nowMs();
    const entriesBefore = rig.entries().length;
    holder.signal("SIGKILL");
    await holder.ended;
    await untilReady(standby);
    process.stderr.write(`fault 27: the standby is ready ${Math.round(nowMs() - killedMs)} ms after kill -9\n`);
    expect(nowMs() - killedMs).toBeLessThanOrEqual(5000);
    const since = rig.entries().slice(entriesBefore);
    const kinds = since.map(({ event }) => (event.kind === "broker.session" ? event.state : event.kind));
    expect(kinds.indexOf("broker.reconciliation")).toBeLessThan(kinds.indexOf("READY"));
    await until(isPlaced(await rig.approve()), 5000, "an order of the standby");
    expectNoneDoubled();
  });

  it("[fault 27] what was approved while nobody was there is UNKNOWN to a standby without the holder's log, and never sent", async () => {
    const { holder, standby } = await startPair();
    holder.signal("SIGKILL");
    await holder.ended;
    // Whether the holder began it, its log alone could say, and that is not here.
    const between = await rig.approve();
    await untilReady(standby);
    await until(
      () => eventsOf(rig, "order.lost").find(({ clOrdId }) => clOrdId === between),
      10_000,
      "the doubtful one, resolved",
    );
    // The holder's own word for it comes too late: another wrote on that subject since.
    const late = rig.entries().findLast(({ event }) => event.kind === "order.submitted");
    const zombie = await publishAcked(rig.bus, {
      subject: late?.subject ?? "",
      bytes: new Uint8Array([1]),
      msgId: "zombie",
      expectLastSubjectSeq: 0,
    });
    expect(zombie).toMatchObject({ ok: false, error: { type: "fenced" } });
    expect(eventsOf(rig, "order.unknown").map(({ clOrdId }) => clOrdId)).toContain(between);
    expect(rig.placed()).not.toContain(between);
    expectNoneDoubled();
  });

  it("[faults 28, 36] a paused holder keeps the client id: the standby says so and waits; resumed, the holder fences itself", async () => {
    const { holder, standby } = await startPair();
    holder.signal("SIGSTOP");
    await until(async () => ((await whyNot(standby)).includes("client id") ? true : undefined), 10_000, "326");
    const alert = await until(
      () => eventsOf(rig, "control.alert").find(({ code }) => code === "CLIENT_ID_IN_USE"),
      5000,
      "the alert",
    );
    expect(alert).toMatchObject({ source: "execution", severity: "CRITICAL" });
    const meanwhile = await rig.approve();
    await settle(1000);
    expect(rig.placed()).not.toContain(meanwhile);
    holder.signal("SIGCONT");
    const resumedMs = nowMs();
    expect(await holder.ended).toBe(75);
    await untilReady(standby);
    process.stderr.write(
      `fault 28: the standby is ready ${Math.round(nowMs() - resumedMs)} ms after the holder went on\n`,
    );
    expect(nowMs() - resumedMs).toBeLessThanOrEqual(5000);
    expect(rig.placed()).not.toContain(meanwhile);
    await until(isPlaced(await rig.approve()), 5000, "an order of the standby");
    expectNoneDoubled();
  });
});
