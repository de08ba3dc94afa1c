import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addSeconds } from "@bowline/kernel";
import { dollars, figure, mountSmallDisk } from "@bowline/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { bowline } from "./demo-process.ts";
import { eventsOf, type ExecutionRig, nowMs, startExecutionRig, until, untilReady } from "./execution-rig.ts";
import { knock } from "./knock.ts";
import { buildPreload } from "./preload.ts";

let rig: ExecutionRig;
beforeAll(async () => void (rig = await startExecutionRig()), 60_000);
afterAll(() => rig.stop());
afterEach(async () => {
  rig.nats.thaw();
  await rig.endExecutions();
});

const alertOf = (code: string) =>
  until(() => eventsOf(rig, "control.alert").find((alert) => alert.code === code), 5000, `alert ${code}`);
const isPlaced = (clOrdId: string) => () => (rig.placed().includes(clOrdId) ? true : undefined);
const isWorking = (clOrdId: string) => async () =>
  (await rig.openAtBroker()).some(({ orderRef }) => orderRef === clOrdId) ? true : undefined;
const settle = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Approves until an execution ends of it; what it said and what went out after the failure. */
async function approveUntilItEnds(execution: Awaited<ReturnType<ExecutionRig["start"]>>): Promise<number | string> {
  let how: number | string | undefined;
  void execution.ended.then((ended) => (how = ended));
  for (let n = 0; n < 200 && how === undefined; n++) {
    await rig.approve();
    await settle(20);
  }
  return execution.ended;
}

describe("a disk that fails under the write-ahead log", () => {
  it("[fault 23] full: the process ends with 74 and an alert, and sends nothing more", async (context) => {
    const disk = mountSmallDisk(64);
    if (disk === undefined) return context.skip("wants the right to mount a small disk");
    onTestFinished(disk.remove);
    const dataDir = join(disk.folder, "execution");
    const execution = await rig.start({ dataDir });
    await untilReady(execution);
    const first = await rig.approve();
    await until(isPlaced(first), 5000, "the first order");
    try {
      writeFileSync(join(disk.folder, "filler"), Buffer.alloc(65_536));
    } catch {
      // What fits of it is there: the disk is full.
    }
    const failed = await approveUntilItEnds(execution);
    expect([failed, execution.stderr()]).toEqual([74, expect.stringContaining("DISK_FAILED")]);
    expect(await alertOf("DISK_FAILED")).toMatchObject({ source: "execution", severity: "CRITICAL" });
    const before = rig.placed().length;
    const late = await rig.approve();
    // On the same disk another incarnation does not begin at all.
    const again = await rig.start({ dataDir });
    expect(await again.ended).toBe(74);
    expect(rig.placed().length).toBe(before);
    expect(rig.placed()).not.toContain(late);
  });

  it("[fault 23] at its largest size: the same", { tags: ["all"] }, async () => {
    const execution = await rig.start({ maxFileKilobytes: 8 });
    await untilReady(execution);
    const failed = await approveUntilItEnds(execution);
    expect([failed, execution.stderr()]).toEqual([74, expect.stringMatching(/DISK_FAILED: .*EFBIG/)]);
    const placed = rig.placed();
    await rig.approve();
    await settle(300);
    expect(rig.placed()).toEqual(placed);
  });
});

describe("a write-ahead log that was damaged", () => {
  it("[fault 24] starts behind a torn end and says so, and not at all behind a damaged middle", async () => {
    const first = await rig.start();
    await untilReady(first);
    await until(isPlaced(await rig.approve()), 5000, "an order");
    const { dataDir } = first;
    const endIt = async (execution: typeof first): Promise<void> => {
      execution.signal("SIGKILL");
      await execution.ended;
    };
    await endIt(first);
    const file = join(dataDir, "execution.wal");
    truncateSync(file, statSync(file).size - 3);
    const torn = await rig.start({ dataDir });
    await untilReady(torn, 20_000);
    expect(await alertOf("LOG_TORN")).toMatchObject({ severity: "WARNING", subject: "execution.wal" });
    await until(isPlaced(await rig.approve()), 5000, "an order behind the torn end");
    await endIt(torn);
    const bytes = readFileSync(file);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const placed = rig.placed();
    await rig.approve();
    await expect(rig.start({ dataDir })).rejects.toThrow(
      /ended with 64[^]*execution\.wal: a record's content is damaged at byte 8/,
    );
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(rig.placed()).toEqual(placed);
  });
});

describe("a disk that says it failed", () => {
  const library = buildPreload("failing-sync");

  it.skipIf(library === undefined)("[fault 23] fdatasync with EIO: the same, and the order is not sent", async () => {
    const flag = join(rig.home, "fail-sync");
    const execution = await rig.start({ env: { LD_PRELOAD: library ?? "", BOWLINE_FAIL_SYNC: flag } });
    await untilReady(execution);
    const first = await rig.approve();
    await until(isPlaced(first), 5000, "the first order");
    writeFileSync(flag, "");
    const second = await rig.approve();
    expect(await execution.ended).toBe(74);
    expect(execution.stderr()).toMatch(/DISK_FAILED: .*EIO/);
    rmSync(flag);
    // The record may be on the disk or not: the next incarnation does not send what it belongs to, either.
    const again = await rig.start({ dataDir: execution.dataDir });
    await untilReady(again, 20_000);
    await until(isPlaced(await rig.approve()), 5000, "an order after the disk was mended");
    expect(rig.placed()).not.toContain(second);
  });
});

describe("a kill", () => {
  it("[fault 53] by the loopback door while NATS is down: sending stops and cancels are on the wire within a second; it outlives a restart", async () => {
    const execution = await rig.start();
    await untilReady(execution);
    const orders = await Promise.all(Array.from({ length: 10 }, () => rig.approve()));
    for (const clOrdId of orders) await until(isWorking(clOrdId), 10_000, clOrdId);
    rig.nats.freeze();
    const pressedMs = nowMs();
    await knock(execution.dataDir, "CANCEL", "drill");
    const cancels = await until(
      () => (rig.sent("cancelOrder").length >= orders.length ? rig.sent("cancelOrder") : undefined),
      5000,
      "the cancels",
    );
    const tookMs = Math.round((cancels.at(-1)?.atMs ?? Number.POSITIVE_INFINITY) - pressedMs);
    figure("cancels on the wire after", tookMs / 1000, "s");
    expect(tookMs).toBeLessThanOrEqual(1000);
    // The command finds its way too, and says which.
    const flags = ["--data-dir", execution.dataDir, "--nats", rig.nats.url, "--by", "drill", "--json"];
    const pressed = await bowline(["kill", "--level", "CANCEL", ...flags]);
    expect(JSON.parse(pressed.out)).toMatchObject({
      ways: [
        { way: "journal", done: false },
        { way: "loopback", done: true },
      ],
    });
    rig.nats.thaw();
    const journaled = await until(
      () => eventsOf(rig, "control.kill").find(({ by }) => by === "drill"),
      10_000,
      "the kill in the journal",
    );
    expect(journaled).toMatchObject({ scope: "global", level: "CANCEL" });
    execution.signal("SIGKILL");
    await execution.ended;
    const again = await rig.start({ dataDir: execution.dataDir });
    await untilReady(again);
    const killed = await rig.approve();
    await settle(500);
    expect(rig.placed()).not.toContain(killed);
    await rig.journal({ kind: "control.resume", scope: "global", reason: "over", by: "drill" }, "operator");
    await until(isPlaced(await rig.approve()), 5000, "an order after the resume");
  });

  it("by a KILL file stops sending while the file is there, and until an operator resumes", async () => {
    const execution = await rig.start();
    await untilReady(execution);
    writeFileSync(join(execution.dataDir, "KILL"), "STOP");
    const stopped = await rig.approve();
    await alertOf("KILLED");
    await settle(300);
    expect(rig.placed()).not.toContain(stopped);
    await until(() => eventsOf(rig, "control.kill").find(({ by }) => by === "file"), 5000, "the kill in the journal");
    await rig.journal({ kind: "control.resume", scope: "global", reason: "over", by: "e2e" }, "operator");
  });
});

const isSilent = (execution: Awaited<ReturnType<ExecutionRig["start"]>>) => async (): Promise<true | undefined> =>
  (await execution.notReady())?.includes("the risk gate is not heard") ? true : undefined;

describe("a crash between the record and the wire", () => {
  it("[fault 7] leaves an order that is looked up, found nowhere, and lost, and never sent", async () => {
    const execution = await rig.start({ env: { BOWLINE_CRASH_AT: "after-wal" } });
    await untilReady(execution);
    const clOrdId = await rig.approve();
    await execution.ended;
    const diedMs = nowMs();
    await rig.start({ dataDir: execution.dataDir });
    const isLost = () => eventsOf(rig, "order.lost").find((lost) => lost.clOrdId === clOrdId);
    await until(isLost, 20_000, "the order is lost");
    figure("resolved after", (nowMs() - diedMs) / 1000, "s");
    expect(rig.placed()).not.toContain(clOrdId);
  });
});

describe("a gate that is down", () => {
  it("[fault 5] stops every order within 3 s, and none goes that it decides on late", async () => {
    const execution = await rig.start();
    await untilReady(execution);
    await until(isPlaced(await rig.approve()), 5000, "an order");
    rig.beating(false);
    const silentMs = nowMs();
    try {
      await until(isSilent(execution), 3500, "no order goes any more");
      figure("entries stop after", (nowMs() - silentMs) / 1000, "s");
      const frozen = await rig.approve();
      await settle(300);
      expect(rig.placed()).not.toContain(frozen);
    } finally {
      rig.beating(true);
    }
    await until(async () => ((await execution.notReady())?.length === 0 ? true : undefined), 5000, "the gate is heard");
    // What came while it was down it decides as of then; its expiry is still to come.
    const late = await rig.approve({ expiresUs: addSeconds(rig.nowUs(), 600) }, 60);
    await until(isPlaced(await rig.approve()), 5000, "an order after it");
    expect(rig.placed()).not.toContain(late);
  });
});

describe("execution cut off from NATS", () => {
  it("[fault 26] entries stop within 3 s and are canceled after 30 s (here scaled by 5 to 6 s), what protects stays", async () => {
    const execution = await rig.start({ env: { BOWLINE_CANCEL_ENTRIES_AFTER_MS: "6000" } });
    await untilReady(execution);
    const entry = await rig.approve();
    const stop = "RIGSTOP0000000000001";
    const held = await rig.approve({
      ordType: "MKT",
      lmtPx: undefined,
      bracket: {
        stopClOrdId: stop,
        stopPx: dollars("20"),
        targetClOrdId: "RIGTARGET00000000001",
        targetLmtPx: dollars("2000"),
      },
    });
    await until(() => eventsOf(rig, "order.filled").find(({ clOrdId }) => clOrdId === held), 20_000, "the fill");
    for (const clOrdId of [entry, stop]) await until(isWorking(clOrdId), 5000, clOrdId);
    const cancelsBefore = rig.sent("cancelOrder").length;
    rig.nats.freeze();
    const cutMs = nowMs();
    await until(isSilent(execution), 3500, "no order goes any more");
    figure("entries stop after", (nowMs() - cutMs) / 1000, "s");
    const cancel = await until(() => rig.sent("cancelOrder")[cancelsBefore], 10_000, "the cancel of the entry");
    figure("entries canceled after (a fifth of 30 s)", (cancel.atMs - cutMs) / 1000, "s");
    expect(cancel.atMs - cutMs).toBeGreaterThan(5000);
    await settle(300);
    expect((await rig.openAtBroker()).map(({ orderRef }) => orderRef)).toContain(stop);
    expect((await rig.openAtBroker()).map(({ orderRef }) => orderRef)).not.toContain(entry);
    rig.nats.thaw();
    expect(await alertOf("GATE_SILENT")).toMatchObject({ severity: "CRITICAL" });
    await until(
      () => eventsOf(rig, "order.canceled").find(({ clOrdId }) => clOrdId === entry),
      10_000,
      "what happened meanwhile, in the journal",
    );
    await until(isPlaced(await rig.approve()), 10_000, "an order after the cut");
  });

  it("[fault 19] what fills while NATS is down is journaled once it is back: also where execution died meanwhile", async () => {
    const execution = await rig.start();
    await untilReady(execution);
    const [kept, died] = [await rig.approve({ symbol: "KO" }), await rig.approve({ symbol: "PEP" })];
    for (const clOrdId of [kept, died]) await until(isWorking(clOrdId), 5000, clOrdId);
    const fillsOf = (clOrdId: string) => eventsOf(rig, "order.filled").filter((fill) => fill.clOrdId === clOrdId);
    rig.nats.freeze();
    await rig.fault({ fault: "fill-order", symbol: "KO", quantity: 1 });
    await settle(1000);
    expect(fillsOf(kept)).toEqual([]);
    rig.nats.thaw();
    const thawedMs = performance.now();
    await until(() => fillsOf(kept)[0], 10_000, "the fill");
    figure("flushed after", (performance.now() - thawedMs) / 1000, "s");
    rig.nats.freeze();
    await rig.fault({ fault: "fill-order", symbol: "PEP", quantity: 1 });
    await settle(300);
    execution.signal("SIGKILL");
    await execution.ended;
    rig.nats.thaw();
    await untilReady(await rig.start({ dataDir: execution.dataDir }), 20_000);
    await until(() => fillsOf(died)[0], 10_000, "the fill that the dead one heard");
    expect([fillsOf(kept).length, fillsOf(died).length]).toEqual([1, 1]);
  });
});
