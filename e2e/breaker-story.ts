import { readFileSync } from "node:fs";
import type { EventByKind } from "@bowline/contracts";
import { expect } from "vitest";
import { bowline } from "./demo-process.ts";
import type { LiveSystem, PushWish } from "./live-system.ts";

type Breaker = EventByKind<"risk.breaker">;
export type Fill = EventByKind<"order.filled">;

/** Within a quiet minute and a clock, or what its test says. */
export const RECOVERS_WITHIN_MS = 120_000;

/** What tests of breakers ask of a running system, from the moment at which each test began. */
export function tellStory(live: LiveSystem) {
  let from = 0;
  const isNew = (seq: number): boolean => seq > from;
  const moved = (code: string, action: Breaker["action"], withinMs = 30_000) =>
    live.waitFor(
      "risk.breaker",
      (event, { seq }) => isNew(seq) && event.code === code && event.action === action,
      withinMs,
    );
  /** The state of a scope as the journal has it now. */
  const stateOf = (scope: string): string => {
    const last = live.entries().findLast(({ event }) => event.kind === "risk.trading-state" && event.scope === scope);
    return last?.event.kind === "risk.trading-state" ? last.event.state : "ACTIVE";
  };
  const becomes = (scope: string, state: string, withinMs = 30_000): Promise<void> =>
    expect.poll(() => stateOf(scope), { timeout: withinMs, message: scope }).toBe(state);
  const approved = async (symbol: string, wish?: PushWish) => {
    const at = live.entries().at(-1)?.seq ?? 0;
    await live.push(symbol, wish);
    const found = await live.waitFor("order.approved", (e, { seq }) => seq > at && e.order.symbol === symbol, 20_000);
    return found.event as EventByKind<"order.approved">;
  };
  const denied = async (symbol: string, wish?: PushWish): Promise<readonly string[]> => {
    const at = live.entries().at(-1)?.seq ?? 0;
    await live.push(symbol, wish);
    const found = await live.waitFor("order.denied", (e, { seq }) => seq > at && e.symbol === symbol, 20_000);
    return (found.event as EventByKind<"order.denied">).reasons.map(({ code }) => code);
  };
  /** What the gate said of the order that a prediction led to; `undefined` where it led to none within seconds. */
  const decided = async (symbol: string, wish?: PushWish) => {
    const at = live.entries().at(-1)?.seq ?? 0;
    await live.push(symbol, wish);
    const find = () =>
      live
        .entries()
        .filter(({ seq }) => seq > at)
        .map(({ event }) => event)
        .find(
          (event) =>
            (event.kind === "order.approved" && event.order.symbol === symbol) ||
            (event.kind === "order.denied" && event.symbol === symbol),
        );
    const untilMs = performance.now() + 5000;
    while (find() === undefined && performance.now() < untilMs) await new Promise((resolve) => setTimeout(resolve, 20));
    return find() as EventByKind<"order.approved"> | EventByKind<"order.denied"> | undefined;
  };
  /** What the journal says of an order, for a failure that tells why. */
  const fateOf = (clOrdId: string): string =>
    live
      .entries()
      .flatMap(({ event }) => {
        if (event.kind === "control.alert" && event.subject === clOrdId) return [`${event.code} (${event.detail})`];
        if (!("clOrdId" in event) || event.clOrdId !== clOrdId) return [];
        return [`${event.kind}${"reason" in event ? ` (${event.reason})` : ""}`];
      })
      .join(", ");
  const fillOf = async (clOrdId: string): Promise<Fill> => {
    const filled = live.waitFor("order.filled", (e) => e.clOrdId === clOrdId && e.leavesQty === 0, 20_000);
    const { event } = await filled.catch((failure: unknown) => {
      throw new Error(`${clOrdId} was not filled: ${fateOf(clOrdId) || "nothing followed its approval"}`, {
        cause: failure,
      });
    });
    return event as Fill;
  };
  /** The gate has answered a clock that came after an entry. */
  const gateKnows = async (afterSeq: number): Promise<void> => {
    const { event } = await live.waitFor("control.clock", (_, { seq }) => seq > afterSeq, 20_000);
    const { nowUs } = event as EventByKind<"control.clock">;
    await live.waitFor("control.heartbeat", (e) => e.source === "risk-gate" && e.clockUs >= nowUs, 60_000);
  };
  /** Kills a service, which is started again. */
  const restart = async (service: string): Promise<void> => {
    const pid = live.demo.pidOf(service);
    if (pid !== undefined) process.kill(pid, "SIGKILL");
    await expect
      .poll(() => live.demo.pidOf(service) !== pid && live.demo.pidOf(service), { timeout: 30_000 })
      .toBeTruthy();
  };
  return {
    begin: (): void => void (from = live.entries().at(-1)?.seq ?? 0),
    moved,
    stateOf,
    becomes,
    approved,
    denied,
    decided,
    fillOf,
    /** Approved and filled. */
    filled: async (symbol: string, wish?: PushWish): Promise<Fill> =>
      fillOf((await approved(symbol, wish)).order.clOrdId),
    /** It trips, and its scope is in its state. */
    fires: async (code: string, scope: string, state: Breaker["state"], withinMs = 30_000) => {
      const event = (await moved(code, "TRIPPED", withinMs)).event as Breaker;
      expect(event, JSON.stringify(event.reasons)).toMatchObject({ scope, state });
      await becomes(scope, state);
    },
    operator: async (...args: readonly string[]): Promise<void> => {
      const { code, errors } = await bowline([...args, "--reason", "e2e", "--by", "e2e"], { home: live.demo.home });
      expect(code, errors).toBe(0);
    },
    /** The newest execution turns out to have cost so many dollars more. */
    lose: ({ side, lastQty }: Fill, dollars: number): Promise<void> => {
      const cents = Math.ceil((dollars * 100) / (Number(lastQty) / 1e6));
      return live.fault("correct-execution", { cents: side === "BUY" ? cents : -cents });
    },
    gateKnows,
    /** The close of a minute of a symbol that comes from now on. */
    minuteCloses: async (symbol: string): Promise<void> => {
      const at = live.entries().at(-1)?.seq ?? 0;
      await live.waitFor(
        "md.bar",
        (bar, { seq }) => seq > at && bar.symbol === symbol && bar.timeframe === "1m",
        90_000,
      );
    },
    restart,
    /** The same of the gate, until it has read the journal to its end: what is wanted before that may expire. */
    restartGate: async (): Promise<void> => {
      await restart("risk-gate");
      await gateKnows(live.entries().at(-1)?.seq ?? 0);
    },
  };
}
export type Story = ReturnType<typeof tellStory>;

/** The environment that a service of the system was started with. */
export function environmentOf(pid: number): Record<string, string> {
  const pairs = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").filter(Boolean);
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
}
