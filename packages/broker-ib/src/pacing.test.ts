import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PRIORITIES, type Pacer, type Priority, makePacer, unpaced } from "./pacing.ts";

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
  const pacer: Pacer = makePacer(clock);
  const sent: { what: string; at: number }[] = [];
  const send = (priority: Priority, what: string = priority): void =>
    pacer.send(priority, () => void sent.push({ what, at: clock.nowMs() }));
  return { clock, pacer, sent, send };
};

describe("pacing", () => {
  it("never exceeds its rate in any second, and sends everything in the end", () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...PRIORITIES), fc.nat(60)), { maxLength: 300 });
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

  it("sends some at once and the rest evenly, in order [fault 44]", () => {
    const { clock, sent, send } = aPacer();
    for (let i = 0; i < 50; i++) send("request", `request ${i}`);
    expect(sent.length).toBe(7);
    clock.advance(1000);
    expect(sent.length).toBe(39);
    expect(sent.map(({ what }) => what)).toEqual(sent.map((_, index) => `request ${index}`));
  });

  it("has room for each priority behind any flood of those below it", () => {
    for (const [index, priority] of PRIORITIES.entries()) {
      const { sent, send } = aPacer();
      for (const lower of PRIORITIES.slice(index + 1)) if (lower !== "probe") for (let i = 0; i < 500; i++) send(lower);
      send(priority, "urgent");
      expect(sent.at(-1)?.what).toBe("urgent");
    }
  });

  it("says how much waits", () => {
    const { pacer, send } = aPacer();
    for (let i = 0; i < 20; i++) send("history");
    void pacer.reserve("order", 9);
    expect(pacer.waiting()).toMatchObject({ cancel: 0, order: 9, history: 15 });
  });

  it("answers for the socket however many orders wait", () => {
    const { sent, send } = aPacer();
    for (let i = 0; i < 500; i++) send("order");
    send("probe");
    expect(sent.map(({ what }) => what).filter((what) => what === "probe")).toHaveLength(1);
  });

  it("sends what waits in the order of its urgency [fault 44]", () => {
    const { clock, sent, send } = aPacer();
    for (let i = 0; i < 13; i++) send("cancel", "first");
    for (const priority of PRIORITIES.toReversed()) send(priority);
    clock.advance(2000);
    expect(sent.slice(13).map(({ what }) => what)).toEqual([...PRIORITIES]);
  });

  it("gives room for a whole bracket at once", async () => {
    const { clock, pacer, send, sent } = aPacer();
    for (let i = 0; i < 8; i++) send("order");
    const room = pacer.reserve("order", 3);
    send("order", "later");
    send("request", "much later");
    expect(sent.at(-1)?.what).toBe("order");
    clock.advance(1000);
    expect(await room).toBe(true);
    expect(sent.slice(8).map(({ what }) => what)).toEqual(["later", "much later"]);
  });

  it("lets nothing overtake an order of many legs that waits for its room", async () => {
    const { clock, pacer, send, sent } = aPacer();
    for (let i = 0; i < 100; i++) send("request");
    const room = pacer.reserve("order", 12);
    const before = sent.length;
    clock.advance(230);
    expect(await room).toBe(true);
    expect(sent.length).toBe(before);
  });

  it("forgets what waits when it is dropped", async () => {
    const { clock, pacer, sent, send } = aPacer();
    for (let i = 0; i < 40; i++) send("request");
    const room = pacer.reserve("order", 20);
    const drained = pacer.drained();
    pacer.drop();
    await drained;
    expect(await room).toBe(false);
    clock.advance(5000);
    expect(sent.length).toBe(7);
    await pacer.drained();
  });

  it("is no pace at all in lock-step", async () => {
    const pacer = unpaced();
    let sent = 0;
    for (let i = 0; i < 100; i++) pacer.send("request", () => void (sent += 1));
    pacer.drop();
    await pacer.drained();
    expect([sent, await pacer.reserve("order", 1000)]).toEqual([100, true]);
  });
});
