import { describe, expect, it } from "vitest";
import { startProbe } from "./probe.ts";

function aProbe() {
  let now = 0;
  let look = (): void => undefined;
  const asked: number[] = [];
  const silent: number[] = [];
  let stopped = false;
  const probe = startProbe({
    everyMs: 2000,
    deadlineMs: 2500,
    ask: () => void asked.push(now),
    onSilent: (ms) => void silent.push(ms),
    clock: { nowMs: () => now, every: (_ms, callback) => ((look = callback), () => void (stopped = true)) },
  });
  const advance = (ms: number): void => {
    for (let i = 0; i < ms; i += 100) {
      now += 100;
      if (!stopped) look();
    }
  };
  return { probe, asked, silent, advance, jump: (ms: number) => ((now += ms), look()), isStopped: () => stopped };
}

describe("liveness probe", () => {
  it("asks every two seconds while it is answered", () => {
    const { probe, asked, silent, advance } = aProbe();
    for (let i = 0; i < 5; i++) {
      advance(2000);
      probe.answered();
    }
    expect(asked.length).toBe(5);
    expect(silent).toEqual([]);
  });

  it("notices silence within five seconds, once", () => {
    const { silent, advance, isStopped } = aProbe();
    advance(4600);
    expect(silent.length).toBe(1);
    expect(isStopped()).toBe(true);
    advance(10_000);
    expect(silent.length).toBe(1);
  });

  it("does not take its own standstill for the other's silence", () => {
    const { probe, silent, advance, jump } = aProbe();
    advance(2100);
    jump(60_000);
    expect(silent).toEqual([]);
    probe.answered();
    advance(100);
    expect(silent).toEqual([]);
  });

  it("stops when told", () => {
    const { probe, isStopped } = aProbe();
    probe.stop();
    expect(isStopped()).toBe(true);
  });
});
