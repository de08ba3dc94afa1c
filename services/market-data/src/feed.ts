import type { Groups } from "@bowline/config";
import { US_PER_MS } from "@bowline/kernel";
import { makeQuotePacer } from "@bowline/market";
import type { Alerts, Edge, EdgePort, TickSource } from "@bowline/service-kit";
import type { Comparison } from "./comparison.ts";
import { makeDataAlerts } from "./data-alerts.ts";
import type { TickMinutes } from "./tick-minutes.ts";
import { setTimer, type SetTimer } from "./timer.ts";

export type FeedOptions = {
  readonly groups: Groups;
  /** Shortest time between two quotes of a symbol in real time; in lock-step it is one a step. */
  readonly quoteIntervalMs: number;
  readonly ticks: TickSource;
  /** Holds the quotes against a second source's prices. */
  readonly comparison: Comparison;
  readonly timer?: SetTimer;
  /** The bars that are built from trades. */
  readonly minutes: TickMinutes;
  /** The way to a person. */
  readonly alerts: Pick<Alerts, "raise">;
};

/**
 * Paces raw ticks into quotes. The last values of every symbol come from its own quotes in the journal, so a restart begins
 * where it ended; in lock-step the step's ticks come again, and a symbol whose quote of this step is journaled gets no other.
 */
export function makeFeed(options: FeedOptions): Edge {
  const { groups, quoteIntervalMs, ticks, minutes, comparison, alerts, timer = setTimer } = options;
  const pacer = makeQuotePacer(groups.symbols.map((symbol) => ({ symbol, group: groups.groupOf(symbol) ?? "none" })));
  const dataAlerts = makeDataAlerts();
  let port: EdgePort | undefined;
  let cancelTimer = (): void => undefined;

  /** Without the lease the ticks are somebody else's: they are let go, lest they pile up. */
  ticks.onArrival(() => {
    if (port === undefined) void ticks.drain();
    else port.wake();
  });
  const publishDue = async (by: EdgePort): Promise<void> => {
    const intervalUs = by.lockstep ? 0 : quoteIntervalMs * US_PER_MS;
    for (const tick of await ticks.drain()) {
      pacer.tick(tick);
      minutes.tick(tick);
    }
    const quotes = pacer.take(by.nowUs(), intervalUs);
    const bars = minutes.take(by.nowUs(), by.lockstep);
    await by.publish([...quotes, ...comparison.take(quotes, by.nowUs()), ...bars].map((event) => ({ event })));
    if (by.lockstep) return;
    cancelTimer();
    const next = [pacer.nextDueUs(intervalUs), minutes.nextDueUs(by.nowUs())].filter((dueUs) => dueUs !== undefined);
    const nextUs = next.length === 0 ? undefined : Math.min(...next);
    if (nextUs !== undefined) cancelTimer = timer(Math.max(0, nextUs - by.nowUs()) / US_PER_MS, by.wake);
  };
  return {
    name: "feed",
    async start(given) {
      port = given;
      minutes.begin(given.nowUs());
    },
    observe({ event, header }) {
      const found = dataAlerts(event);
      if (port !== undefined) for (const alert of found) alerts.raise(alert);
      // The benchmark, or a position in what no group has.
      if (event.kind === "request.subscribe") pacer.add(event);
      if (event.kind === "md.quote") pacer.learn(event, header.seenUs);
      if (event.kind === "md.divergence") comparison.learn(event);
      minutes.learn(event, header.seenUs);
    },
    pending: () => 0,
    async turn() {
      if (port !== undefined) await publishDue(port);
    },
    async stop() {
      cancelTimer();
      port = undefined;
    },
  };
}
