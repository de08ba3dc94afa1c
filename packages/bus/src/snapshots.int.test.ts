import { describe, expect, it } from "vitest";
import { openCrashes, openSnapshots } from "./snapshots.ts";
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
