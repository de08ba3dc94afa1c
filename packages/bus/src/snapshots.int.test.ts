import { jetstreamManager } from "@nats-io/jetstream";
import { Objm } from "@nats-io/obj";
import { describe, expect, it } from "vitest";
import { openCrashes, openSnapshots } from "./snapshots.ts";
import { SNAPSHOTS } from "./streams.ts";
import { withBus } from "./testing/bus-under-test.ts";

describe("snapshots", () => {
  const test = withBus();

  it("keep the last two of each machine", async () => {
    const store = await openSnapshots(test.bus);
    expect(await store.getAll("risk-gate")).toEqual([]);
    await store.put("risk-gate", 0, "first");
    expect(await store.getAll("risk-gate")).toEqual(["first"]);
    await store.put("risk-gate", 1, "second");
    await store.put("risk-gate", 0, "third");
    await store.put("portfolio", 0, "other");
    expect(await store.getAll("risk-gate")).toEqual(["third", "second"]);
  });

  it("may be larger than one message, and outlive the server", async () => {
    const text = "a line of state that grows\n".repeat(100_000);
    await (await openSnapshots(test.bus)).put("strategy.tech", 0, text);
    await test.nats.kill();
    await test.nats.restart();
    const store = await openSnapshots(await test.another());
    expect(await store.getAll("strategy.tech")).toEqual([text]);
  });
});

describe("snapshots that are replaced while they are read", () => {
  const test = withBus();
  /** Some parts of an object each. */
  const textOf = (n: number): string => `${n}:`.repeat(150_000);

  it("are read whole, every time", async () => {
    const store = await openSnapshots(test.bus);
    const reading = await openSnapshots(await test.another());
    await store.put("risk-gate", 0, textOf(0));
    let isWriting = true;
    const write = async (): Promise<void> => {
      for (let n = 1; n <= 60; n++) {
        await store.put("risk-gate", 0, textOf(n));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      isWriting = false;
    };
    const writing = write();
    const read: string[] = [];
    while (isWriting) {
      const [text] = await reading.getAll("risk-gate");
      read.push(text ?? "nothing");
    }
    await writing;
    expect(read.length).toBeGreaterThan(10);
    for (const text of read) expect(text).toBe(textOf(Number.parseInt(text, 10)));
  }, 60_000);

  it("count as none where parts of them are gone, and hold nobody up", async () => {
    const store = await openSnapshots(test.bus);
    await store.put("portfolio", 0, textOf(0));
    await store.put("portfolio", 1, "whole");
    const jsm = await jetstreamManager(test.bus.nats);
    const { nuid } = (await (await new Objm(test.bus.nats).open(SNAPSHOTS)).info("portfolio.0")) ?? {};
    expect(await jsm.streams.purge(`OBJ_${SNAPSHOTS}`, { filter: `$O.${SNAPSHOTS}.C.${nuid}`, keep: 1 })).toMatchObject(
      {
        success: true,
      },
    );
    expect(await store.getAll("portfolio")).toEqual(["whole"]);
    await jsm.streams.purge(`OBJ_${SNAPSHOTS}`, { filter: `$O.${SNAPSHOTS}.C.${nuid}` });
    expect(await store.getAll("portfolio")).toEqual(["whole"]);
  }, 30_000);
});

describe("snapshots of the past", () => {
  const test = withBus();

  it("stay beside the last two, in order, until they are dropped", async () => {
    const store = await openSnapshots(test.bus);
    const place = (seq: number, machine = "strategy.tech") => ({ machine, seq, nowUs: seq * 10 });
    expect(await store.kept("strategy.tech")).toEqual([]);
    for (const seq of [200, 9, 31]) await store.keep(place(seq), `state ${seq}`);
    await store.keep(place(5, "strategy.banks"), "other");
    await store.put("strategy.tech", 0, "last");
    expect(await store.kept("strategy.tech")).toEqual([place(9), place(31), place(200)]);
    expect(await store.getKept(place(31))).toBe("state 31");
    await store.drop(place(31));
    expect(await store.kept("strategy.tech")).toEqual([place(9), place(200)]);
    expect(await store.getKept(place(31))).toBeUndefined();
    expect(await store.getAll("strategy.tech")).toEqual(["last"]);
  });
});

describe("the crash book", () => {
  const test = withBus();

  it("counts over processes", async () => {
    const crashes = await openCrashes(test.bus);
    expect(await crashes.get("risk-gate")).toBeUndefined();
    await crashes.put("risk-gate", { seq: 9, count: 2, reason: "a bug" });
    const other = await openCrashes(await test.another());
    expect(await other.get("risk-gate")).toEqual({ seq: 9, count: 2, reason: "a bug" });
  });
});
