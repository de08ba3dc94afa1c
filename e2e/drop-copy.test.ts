import { dollars, figure } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf, type ExecutionRig, nowMs, startExecutionRig, until, untilReady } from "./execution-rig.ts";

const CLIENT_ID = 17;
const DROP_COPY_CLIENT_ID = 18;
/** Two looks, ten seconds apart, and what they take. */
const NOTICED_WITHIN_MS = 25_000;

let rig: ExecutionRig;
beforeAll(async () => {
  rig = await startExecutionRig();
  await untilReady(await rig.start({ env: { BOWLINE_DROP_COPY_CLIENT_ID: String(DROP_COPY_CLIENT_ID) } }));
}, 60_000);
afterAll(() => rig.stop());

const market = (symbol: string) =>
  rig.approve({
    symbol,
    ordType: "MKT",
    lmtPx: undefined,
    bracket: {
      stopClOrdId: `DROPSTOP${symbol.padStart(12, "0")}`,
      stopPx: dollars("20"),
      targetClOrdId: `DROPTARGET${symbol.padStart(10, "0")}`,
      targetLmtPx: dollars("2000"),
    },
  });
const differing = () => eventsOf(rig, "order.anomaly").filter(({ code }) => code === "DROP_COPY_DIFFERS");
const looks = (): number => rig.sent("reqPositions").length;

describe("a drop copy beside the session that trades", { tags: ["all"] }, () => {
  it("has the same executions and positions while all goes well", async () => {
    const clOrdId = await market("AAPL");
    await until(() => eventsOf(rig, "order.filled").find((fill) => fill.clOrdId === clOrdId), 30_000, "the fill");
    const from = looks();
    await until(() => (looks() >= from + 2 ? true : undefined), 30_000, "two more looks");
    expect(differing()).toEqual([]);
  });

  it("halts a symbol whose execution the session that trades is never told", async () => {
    await rig.fault({ fault: "hide-execution", nth: 1, from: CLIENT_ID });
    const atMs = nowMs();
    const clOrdId = await market("MSFT");
    const found = await until(
      () => differing().find(({ detail }) => detail.startsWith("execution ")),
      NOTICED_WITHIN_MS,
      "the difference",
    );
    figure("noticed by the drop copy after", Math.round(nowMs() - atMs) / 1000, "s");
    expect(found).toMatchObject({ symbol: "MSFT", effect: "HALT_SYMBOL" });
    expect(eventsOf(rig, "order.filled").map((fill) => fill.clOrdId)).not.toContain(clOrdId);
    expect(differing().map(({ symbol }) => symbol)).not.toContain("AAPL");
  });
});
