import { addMs, px } from "@bowline/kernel";
import { aClock, anEntry, at, makeTestPort, T0 } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { makeClockEdge } from "./clock.ts";

async function aClockEdge(lockstep: boolean) {
  const timers: { afterMs: number; callback: () => void }[] = [];
  const clock = makeClockEdge((afterMs, callback) => {
    const entry = { afterMs, callback };
    timers.push(entry);
    return () => void timers.splice(timers.indexOf(entry), 1);
  });
  const port = makeTestPort({ name: "clock", lockstep, observe: (entry) => clock.observe(entry) });
  return {
    clock,
    port,
    timers,
    times: () => port.journal.map(({ event }) => (event.kind === "control.clock" ? event.nowUs : undefined)),
  };
}

describe("the clock in real time", () => {
  it("beats at once and then at the beginning of every second", async () => {
    const { clock, port, timers, times } = await aClockEdge(false);
    port.setNow(addMs(T0, 300));
    await clock.start(port);
    await clock.turn();
    expect(timers.map((timer) => timer.afterMs)).toEqual([700]);
    port.setNow(addMs(T0, 1_001));
    timers[0]?.callback();
    await port.woken();
    await clock.turn();
    expect(times()).toEqual([addMs(T0, 300), addMs(T0, 1_001)]);
    expect(timers.map((timer) => timer.afterMs)).toEqual([999]);
    await clock.stop();
    expect(timers).toEqual([]);
  });
  it("beats once after a stall, and not before its second", async () => {
    const { clock, port, times } = await aClockEdge(false);
    await clock.start(port);
    await clock.turn();
    port.setNow(addMs(T0, 999));
    await clock.turn();
    port.setNow(at(7));
    await clock.turn();
    await clock.turn();
    expect(times()).toEqual([T0, at(7)]);
  });
  it("goes on after the clock of its predecessor", async () => {
    const { clock, port, times } = await aClockEdge(false);
    clock.observe(anEntry(aClock({ nowUs: at(3) })));
    port.setNow(at(2));
    await clock.start(port);
    await clock.turn();
    expect(times()).toEqual([]);
  });
});

describe("the broker's hours", () => {
  it("have the last word over the calendar's", async () => {
    const { clock, port } = await aClockEdge(false);
    const names = { group: "tech", symbol: "AAPL", currency: "USD", primaryExchange: "NASDAQ", longName: "" };
    clock.observe(
      anEntry({ kind: "md.instrument", ...names, conId: 1, minTick: px(10_000), liquidHours: "20131004:CLOSED" }),
    );
    await clock.start(port);
    port.setNow(at(5));
    await clock.turn();
    expect(port.journal.map(({ event }) => event)).toEqual([
      { kind: "control.clock", nowUs: at(5), sessionDate: "", phase: "CLOSED" },
    ]);
  });
});

describe("the clock in lock-step", () => {
  it("beats once a step, with the session of its time", async () => {
    const { clock, port, timers } = await aClockEdge(true);
    await clock.start(port);
    port.setNow(at(5));
    await clock.turn();
    await clock.turn();
    port.setNow(at(10));
    await clock.turn();
    expect(port.journal.map((entry) => entry.event)).toEqual([aClock({ nowUs: at(5) }), aClock({ nowUs: at(10) })]);
    expect(timers).toEqual([]);
    expect(clock.pending()).toBe(0);
  });
  it("gives no second clock to a step whose clock stands in the journal", async () => {
    const { clock, port, times } = await aClockEdge(true);
    clock.observe(anEntry(aClock({ nowUs: at(5) })));
    await clock.start(port);
    port.setNow(at(5));
    await clock.turn();
    expect(times()).toEqual([]);
  });
});
