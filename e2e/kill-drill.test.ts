import { writeFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { KillLevel } from "@bowline/contracts";
import { dollars, figure } from "@bowline/testkit";
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
import { knock } from "./knock.ts";
import type { WireMessage } from "./wire-log.ts";

const LAST_ORDER_WITHIN_MS = 250;
const CANCELED_WITHIN_MS = 1000;
/** Orders whose cancels a second carries. */
const UP_TO = 40;
const APPROVED_EVERY_MS = 10;

let rig: ExecutionRig;
let execution: RigProcess;
beforeAll(async () => {
  rig = await startExecutionRig();
  execution = await rig.start();
  await untilReady(execution);
}, 60_000);
afterAll(() => rig.stop());
afterEach(async () => {
  rig.nats.thaw();
  rmSync(killFile(), { force: true });
  await resume();
});

const settle = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const working = async (): Promise<readonly string[]> => (await rig.openAtBroker()).map(({ orderRef }) => orderRef);
const noneWorks = async (): Promise<true | undefined> => ((await working()).length === 0 ? true : undefined);
const kill = (level: KillLevel): Promise<void> =>
  rig.journal({ kind: "control.kill", scope: "global", reason: "drill", by: "e2e", level }, "operator");
const resume = (): Promise<void> =>
  rig.journal({ kind: "control.resume", scope: "global", reason: "over", by: "e2e" }, "operator");

/** Approvals of orders that rest, a hundred a second where they may come, while something is done. */
async function amidFlood<T>(act: () => Promise<T>, mayCome = () => true): Promise<T> {
  const flood = setInterval(() => {
    if (mayCome()) void rig.approve();
  }, APPROVED_EVERY_MS);
  try {
    return await act();
  } finally {
    clearInterval(flood);
  }
}

/** The orders of these approvals work at the broker. */
async function untilWorking(approvals: readonly string[]): Promise<void> {
  let missing = approvals;
  const all = async () => {
    const open = new Set(await working());
    missing = approvals.filter((clOrdId) => !open.has(clOrdId));
    return missing.length === 0 ? (true as const) : undefined;
  };
  await until(all, 20_000, `${approvals.length} working orders`).catch((error: unknown) => {
    throw new Error(missing.map(lifeOf).join("; "), { cause: error });
  });
}

/** What the journal says of an order. */
const lifeOf = (clOrdId: string): string => {
  const entries = rig.entries().filter(({ event }) => "clOrdId" in event && event.clOrdId === clOrdId);
  return `${clOrdId}: ${entries.map(({ event }) => JSON.stringify(event)).join(", ")}`;
};

const approve = (count: number): Promise<readonly string[]> =>
  Promise.all(Array.from({ length: count }, () => rig.approve()));

type Told = { readonly orders: readonly WireMessage[]; readonly cancels: readonly WireMessage[] };
/** What came over the wire from a moment on. */
const since = (fromMs: number): Told => {
  const messages = rig.sent().filter(({ atMs }) => atMs >= fromMs);
  return {
    orders: messages.filter(({ name }) => name === "placeOrder"),
    cancels: messages.filter(({ name }) => name === "cancelOrder"),
  };
};
const lastMs = (messages: readonly WireMessage[], fromMs: number): number => (messages.at(-1)?.atMs ?? fromMs) - fromMs;

/** Where this kill of everything is, once in the journal. */
const killSeq = (by: string): number | undefined =>
  rig.entries().findLast(({ event }) => event.kind === "control.kill" && event.by === by)?.seq;

const killFile = (): string => join(execution.dataDir, "KILL");
/** Ways to kill that need no NATS, the name that each leaves in the journal, and what takes the kill away but for a resume. */
const LOCAL_WAYS = {
  "loopback door": { by: "door", kill: () => knock(execution.dataDir, "CANCEL", "door"), undo: () => undefined },
  "KILL file": {
    by: "file",
    kill: async () => writeFileSync(killFile(), "CANCEL"),
    undo: () => rmSync(killFile()),
  },
};
type LocalWay = keyof typeof LOCAL_WAYS;

/** How long after each kill amid a hundred approvals a second the last order went, in milliseconds, shortest first. */
async function drill(kills: number, way?: LocalWay): Promise<readonly number[]> {
  const lasts: number[] = [];
  const press = way === undefined ? () => kill("CANCEL") : LOCAL_WAYS[way].kill;
  for (let n = 0; n < kills; n++) {
    const before = rig.sent("placeOrder").length;
    const journaled = way === undefined ? 0 : (killSeq(LOCAL_WAYS[way].by) ?? 0);
    const killedMs = await amidFlood(async () => {
      await until(() => (rig.sent("placeOrder").length > before + 2 ? true : undefined), 10_000, "orders go");
      if (way !== undefined) rig.nats.freeze();
      const atMs = nowMs();
      await press();
      await settle(LAST_ORDER_WITHIN_MS + 100);
      return atMs;
    });
    rig.nats.thaw();
    await until(noneWorks, 10_000, "nothing works any more");
    lasts.push(lastMs(since(killedMs).orders, killedMs));
    if (way !== undefined) {
      const { by, undo } = LOCAL_WAYS[way];
      await until(() => ((killSeq(by) ?? 0) > journaled ? true : undefined), 10_000, "the kill in the journal");
      undo();
    }
    await resume();
  }
  return lasts.toSorted((a, b) => a - b);
}

describe("a kill amid a hundred approvals a second", () => {
  it("[fault 52] stops the last order within 250 ms", async () => {
    const lasts = await drill(5);
    figure("last order after the kill", lasts.at(-1) ?? Number.NaN, "ms");
    expect(lasts.at(-1)).toBeLessThanOrEqual(LAST_ORDER_WITHIN_MS);
  });

  it("[fault 52] stops the last order within 250 ms, 99 times of 100", { tags: ["all"] }, async () => {
    const lasts = await drill(100);
    figure("last order after the kill", lasts[98] ?? Number.NaN, "ms");
    figure("last order after the slowest of 100 kills", lasts.at(-1) ?? Number.NaN, "ms");
    expect(lasts[98]).toBeLessThanOrEqual(LAST_ORDER_WITHIN_MS);
  });

  it.each(Object.keys(LOCAL_WAYS) as LocalWay[])(
    "[fault 53] stops the last order within 250 ms, 99 times of 100, by the %s while NATS is frozen",
    { tags: ["all"] },
    async (way) => {
      const lasts = await drill(100, way);
      figure(`last order after the kill by the ${way}`, lasts[98] ?? Number.NaN, "ms");
      figure(`last order after the slowest of 100 kills by the ${way}`, lasts.at(-1) ?? Number.NaN, "ms");
      expect(lasts[98]).toBeLessThanOrEqual(LAST_ORDER_WITHIN_MS);
    },
  );

  it("[fault 52] has up to 40 cancels on the wire within a second", async () => {
    const first = await approve(25);
    await untilWorking(first);
    let [isKilled, left] = [false, UP_TO - first.length];
    const killedMs = await amidFlood(
      async () => {
        await until(async () => ((await working()).length >= 32 ? true : undefined), 10_000, "more orders");
        isKilled = true;
        const atMs = nowMs();
        await kill("CANCEL");
        await settle(CANCELED_WITHIN_MS);
        return atMs;
      },
      () => isKilled || left-- > 0,
    );
    await until(noneWorks, 10_000, "nothing works any more");
    const { cancels } = since(killedMs);
    figure("working orders", cancels.length, "orders");
    figure("cancels of up to 40 orders on the wire after", lastMs(cancels, killedMs) / 1000, "s");
    expect([cancels.length >= 32, cancels.length <= UP_TO]).toEqual([true, true]);
    expect(lastMs(cancels, killedMs)).toBeLessThanOrEqual(CANCELED_WITHIN_MS);
  });
});

describe("a kill without NATS", () => {
  it("[fault 53] by the KILL file while NATS is frozen: cancels are on the wire within a second", async () => {
    const orders = await approve(20);
    await untilWorking(orders);
    rig.nats.freeze();
    const killedMs = nowMs();
    writeFileSync(killFile(), "CANCEL");
    await until(noneWorks, 5000, "nothing works any more");
    const { cancels, orders: placed } = since(killedMs);
    figure("cancels on the wire after", lastMs(cancels, killedMs) / 1000, "s");
    expect([cancels.length, placed.length]).toEqual([orders.length, 0]);
    expect(lastMs(cancels, killedMs)).toBeLessThanOrEqual(CANCELED_WITHIN_MS);
    rig.nats.thaw();
    await until(() => eventsOf(rig, "control.kill").find(({ by }) => by === "file"), 10_000, "the kill in the journal");
    rmSync(killFile());
    const after = await rig.approve();
    await settle(300);
    expect(rig.placed()).not.toContain(after);
  });
});

describe("a kill of more than a second can carry", () => {
  it("[fault 52] cancels 80 working orders at the pace of the wire, what protects last, and the account only where it is asked to", async () => {
    const held = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        rig.approve({
          ordType: "MKT",
          lmtPx: undefined,
          bracket: {
            stopClOrdId: `DRILLSTOP${String(n).padStart(11, "0")}`,
            stopPx: dollars("20"),
            targetClOrdId: `DRILLTARGET${String(n).padStart(9, "0")}`,
            targetLmtPx: dollars("2000"),
          },
        }),
      ),
    );
    const filled = () => new Set(eventsOf(rig, "order.filled").map(({ clOrdId }) => clOrdId));
    await until(() => (held.every((clOrdId) => filled().has(clOrdId)) ? true : undefined), 20_000, "the positions");
    await untilWorking(await approve(60));
    const protective = new Set((await working()).filter((ref) => ref.startsWith("DRILL")));
    expect([(await working()).length, protective.size]).toEqual([80, 20]);
    const refOf = new Map(rig.sent("placeOrder").map(({ orderId, orderRef }) => [orderId, orderRef ?? ""]));
    const killedMs = nowMs();
    await kill("CANCEL");
    await until(noneWorks, 20_000, "nothing works any more");
    const canceled = since(killedMs).cancels.map(({ orderId }) => refOf.get(orderId) ?? "");
    figure("cancels of 80 orders on the wire after", lastMs(since(killedMs).cancels, killedMs) / 1000, "s");
    expect(canceled.slice(0, 60).filter((ref) => protective.has(ref))).toEqual([]);
    expect(new Set(canceled.slice(60))).toEqual(protective);
    expect(lastMs(since(killedMs).cancels, killedMs)).toBeLessThanOrEqual(3000);
    expect(rig.sent("globalCancel")).toEqual([]);
    await kill("CANCEL_ACCOUNT");
    await until(() => rig.sent("globalCancel")[0], 5000, "everything on the account is canceled");
    expect(rig.sent("globalCancel")).toHaveLength(1);
  });
});
