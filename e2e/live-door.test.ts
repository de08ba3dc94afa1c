import { micros, money, sha256Hex } from "@bowline/kernel";
import { renderLimits } from "@bowline/risk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf, type ExecutionRig, type RigProcess, startExecutionRig, until, untilReady } from "./execution-rig.ts";

const LIVE = { BOWLINE_LIVE: "yes" };
const basis = { equity: money(micros("25000")), profile: "careful" } as const;
const WHOLE = renderLimits({ ...basis, index: "SPY" });
const PARTS = renderLimits(basis);

let rig: ExecutionRig;
beforeAll(async () => {
  rig = await startExecutionRig({ accountId: "U1234567" });
});
afterAll(async () => rig.stop());

const limits = (yaml: string, machine: string): Promise<void> =>
  rig.journal(
    { kind: "control.limits", hash: sha256Hex(yaml), replaces: "", yaml, reason: "test", by: "test" },
    machine,
  );
const notReadyFor = (execution: RigProcess, why: RegExp): Promise<true> =>
  until(
    async () => ((await execution.notReady())?.some((reason) => why.test(reason)) ? true : undefined),
    15_000,
    `${why}`,
  );

describe("an account of real money", () => {
  it("is refused at the start with one switch alone", async () => {
    await expect(rig.start()).rejects.toThrow("BOWLINE_LIVE=yes is not set");
    await expect(rig.start({ env: { ...LIVE, BOWLINE_ACCOUNT: "DU1234567" } })).rejects.toThrow("is a paper account");
  });

  it("is traded when both switches agree and every limit is set, and until then is not ready and sends nothing", async () => {
    await limits(PARTS, "loop.limits");
    const execution = await rig.start({ env: LIVE });
    await notReadyFor(execution, /^LIVE_LIMITS_WAIVED: .*maxValueAtRisk/);
    const clOrdId = await rig.approve();
    const notSent = (): unknown =>
      eventsOf(rig, "control.alert").find(({ code, subject }) => code === "ORDER_NOT_SENT" && subject === clOrdId);
    await until(notSent, 15_000, "what was not sent");
    expect(rig.placed()).toEqual([]);
    await limits(WHOLE, "operator");
    await rig.journal({ kind: "risk.limits", hash: sha256Hex(WHOLE), by: "test", looser: "" }, "risk-gate");
    await untilReady(execution);
    const sent = await rig.approve();
    await until(() => (rig.placed().includes(sent) ? true : undefined), 10_000, "the order");
    expect(rig.placed()).toEqual([sent]);
  });
});
