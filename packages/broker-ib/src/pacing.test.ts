import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Pacer, makePacer, unpaced } from "./pacing.ts";

/** A clock that a test moves on. */
function aClock() {
  let now = 0;
  let timers: { at: number; callback: () => void }[] = [];
  return {
    nowMs: () => now,
    after: (delayMs: number, callback: () => void) => void timers.push({ at: now + delayMs, callback }),
    advance(ms: number) {
      const end = now + ms;
      for (;;) {
        const next = timers.toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined || next.at > end) break;
        timers = timers.filter((t) => t !== next);
        now = next.at;
        next.callback();
      }
      now = end;
    },
  };
}

const aPacer = () => {
  const clock = aClock();
  const pacer: Pacer = makePacer(45, clock);
  const sent: { what: string; at: number }[] = [];
  const send = (priority: "order" | "probe" | "request", what: string = priority): void =>
    pacer.send(priority, () => void sent.push({ what, at: clock.nowMs() }));
  return { clock, pacer, sent, send };
};

describe("pacing", () => {
  it("never exceeds its rate in any second, and sends everything in the end", () => {
    const steps = fc.array(
      fc.tuple(fc.constantFrom("order" as const, "probe" as const, "request" as const), fc.nat(60)),
      { maxLength: 300 },
    );
    fc.assert(
      fc.property(steps, (messages) => {
        const { clock, sent, send } = aPacer();
        for (const [priority, waitMs] of messages) {
          send(priority);
          clock.advance(waitMs);
        }
        clock.advance(60_000);
        expect(sent.length).toBe(messages.length);
        for (const { at } of sent)
          expect(sent.filter((other) => other.at > at - 1000 && other.at <= at).length).toBeLessThanOrEqual(45);
      }),
    );
  });

  it("keeps room for orders, sends them first, and the rest in order", () => {
    const { clock, sent, send } = aPacer();
    for (let i = 0; i < 50; i++) send("request", `request ${i}`);
    expect(sent.length).toBe(35);
    send("probe");
    send("order");
    expect(sent.at(-1)?.what).toBe("order");
    clock.advance(1000);
    expect(sent.slice(36, 38).map((s) => s.what)).toEqual(["probe", "request 35"]);
  });

  it("gives room for a whole bracket at once", async () => {
    const { clock, pacer, send, sent } = aPacer();
    for (let i = 0; i < 44; i++) send("order");
    const room = pacer.reserve(3);
    send("order", "later");
    expect(sent.at(-1)?.what).toBe("order");
    clock.advance(1000);
    expect(await room).toBe(true);
    expect(sent.at(-1)?.what).toBe("later");
  });

  it("forgets what waits when it is dropped", async () => {
    const { clock, pacer, sent, send } = aPacer();
    for (let i = 0; i < 40; i++) send("request");
    const room = pacer.reserve(20);
    const drained = pacer.drained();
    pacer.drop();
    await drained;
    expect(await room).toBe(false);
    clock.advance(5000);
    expect(sent.length).toBe(35);
    await pacer.drained();
  });

  it("is no pace at all in lock-step", async () => {
    const pacer = unpaced();
    let sent = 0;
    for (let i = 0; i < 100; i++) pacer.send("request", () => void (sent += 1));
    pacer.drop();
    await pacer.drained();
    expect([sent, await pacer.reserve(1000)]).toEqual([100, true]);
  });
});
