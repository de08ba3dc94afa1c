import { makeGroups } from "@bowline/config";
import type { Entry } from "@bowline/contracts";
import { addMs, type Us } from "@bowline/kernel";
import type { RawTick, TickSource } from "@bowline/service-kit";
import { anEntry, aQuote, at, dollars, makeTestPort, T0, type TestPort } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { makeComparison } from "./comparison.ts";
import { makeFeed } from "./feed.ts";
import { makeTickMinutes } from "./tick-minutes.ts";

const groups = makeGroups([["tech", ["MSFT", "AAPL", "IBM"]]]);
const bid = (symbol: string, text: string, eventUs: Us): RawTick => ({
  symbol,
  field: "BID",
  value: dollars(text),
  eventUs,
});

/** Free run: what was pushed is drained once. Lock-step: the step's ticks, as often as they are asked for. */
function aSource(): TickSource & {
  push(...ticks: RawTick[]): void;
  step(ticks: readonly RawTick[]): void;
  drained(): number;
} {
  let held: RawTick[] = [];
  let step: readonly RawTick[] | undefined;
  let drained = 0;
  let arrived = (): void => undefined;
  return {
    push(...ticks) {
      held.push(...ticks);
      arrived();
    },
    step: (ticks) => void (step = ticks),
    drained: () => drained,
    onArrival: (callback) => void (arrived = callback),
    async drain() {
      drained += 1;
      const ticks = step ?? held;
      held = [];
      return ticks;
    },
  };
}

async function aFeed(options: { lockstep: boolean; journal?: readonly Entry[]; source?: ReturnType<typeof aSource> }) {
  const source = options.source ?? aSource();
  const timers: { afterMs: number; callback: () => void }[] = [];
  const timer = (afterMs: number, callback: () => void) => {
    const entry = { afterMs, callback };
    timers.push(entry);
    return () => void timers.splice(timers.indexOf(entry), 1);
  };
  const alerts: string[] = [];
  const feed = makeFeed({
    groups,
    quoteIntervalMs: 250,
    ticks: source,
    timer,
    minutes: makeTickMinutes([], groups),
    alerts: { raise: ({ code, subject }) => void alerts.push(`${code} ${subject}`) },
    comparison: makeComparison(undefined, groups),
  });
  for (const entry of options.journal ?? []) feed.observe(entry);
  const port: TestPort = makeTestPort({
    name: "feed",
    lockstep: options.lockstep,
    ...(options.journal === undefined ? {} : { journal: options.journal }),
    observe: (entry) => feed.observe(entry),
  });
  await feed.start(port);
  return { feed, port, source, timers, alerts };
}

const quotesOf = (journal: readonly Entry[]) =>
  journal.map(({ event, header }) => (event.kind === "md.quote" ? [event.symbol, event.bidPx, header.seenUs] : []));

describe("the feed in real time", () => {
  it("paces also what no group has, once it is subscribed, and tells a person of a symbol without a line", async () => {
    const { feed, port, source, alerts } = await aFeed({ lockstep: false });
    source.push(bid("TSLA", "30", T0));
    await feed.turn();
    const about = { group: "none", symbol: "TSLA" };
    feed.observe(anEntry({ kind: "request.subscribe", requestId: "r", ...about, quotesOnly: true }));
    source.push(bid("TSLA", "31", T0));
    await feed.turn();
    expect(quotesOf(port.journal)).toEqual([["TSLA", dollars("31"), T0]]);
    feed.observe(anEntry({ kind: "md.availability", ...about, state: "NO_LINE", reason: "" }));
    expect(alerts).toEqual(["NO_DATA_LINE TSLA"]);
  });
  it("asks for a turn when ticks come, and again when the interval has passed", async () => {
    const { feed, port, source, timers } = await aFeed({ lockstep: false });
    source.push(bid("AAPL", "10", T0));
    await port.woken();
    await feed.turn();
    expect(timers).toEqual([]);
    port.setNow(addMs(T0, 100));
    source.push(bid("AAPL", "11", addMs(T0, 100)), bid("MSFT", "20", addMs(T0, 100)));
    await port.woken();
    await feed.turn();
    expect(timers.map((t) => t.afterMs)).toEqual([150]);
    port.setNow(addMs(T0, 250));
    timers[0]?.callback();
    await port.woken();
    await feed.turn();
    expect(quotesOf(port.journal)).toEqual([
      ["AAPL", dollars("10"), T0],
      ["MSFT", dollars("20"), addMs(T0, 100)],
      ["AAPL", dollars("11"), addMs(T0, 250)],
    ]);
  });
  it("tells behind a quote that a second source says another price, and learns what was told", async () => {
    const source = aSource();
    const limits = { source: "other", bound: 10_000, holdUs: 0, staleUs: 60_000_000 };
    const second = { limits, subject: undefined, prices: [{ symbol: "AAPL", px: dollars("12"), atUs: T0 }] };
    const comparison = makeComparison(second, groups);
    const alerts = { raise: () => undefined };
    const feed = makeFeed({
      groups,
      quoteIntervalMs: 250,
      ticks: source,
      minutes: makeTickMinutes([], groups),
      comparison,
      alerts,
    });
    const port = makeTestPort({ name: "feed", lockstep: false, observe: (entry) => feed.observe(entry) });
    await feed.start(port);
    source.push(bid("AAPL", "10", T0), { ...bid("AAPL", "10.02", T0), field: "ASK" });
    await feed.turn();
    await feed.turn();
    expect(port.journal.map(({ event }) => event)).toMatchObject([
      { kind: "md.quote", symbol: "AAPL" },
      { kind: "md.divergence", symbol: "AAPL", state: "DIVERGENT", secondPx: dollars("12") },
    ]);
    await feed.stop();
  });
  it("lets ticks go while another process holds the lease", async () => {
    const source = aSource();
    makeFeed({
      groups,
      quoteIntervalMs: 250,
      ticks: source,
      minutes: makeTickMinutes([], groups),
      alerts: { raise: () => undefined },
      comparison: makeComparison(undefined, groups),
    });
    source.push(bid("AAPL", "10", T0));
    expect(source.drained()).toBe(1);
  });
  it("stops its timer when it ends", async () => {
    const { feed, port, source, timers } = await aFeed({ lockstep: false });
    source.push(bid("AAPL", "10", T0));
    await feed.turn();
    source.push(bid("AAPL", "11", T0));
    await feed.turn();
    expect(timers).toHaveLength(1);
    await feed.stop();
    expect(timers).toEqual([]);
    await feed.turn();
    expect(port.journal).toHaveLength(1);
  });
});

describe("the feed in lock-step", () => {
  const step = [bid("MSFT", "20", at(3)), bid("AAPL", "10", at(5))];

  it("journals one quote of every touched symbol in its turn, in symbol order", async () => {
    const { feed, port, source } = await aFeed({ lockstep: true });
    port.setNow(at(5));
    source.step(step);
    await feed.turn();
    await feed.turn();
    expect(quotesOf(port.journal)).toEqual([
      ["AAPL", dollars("10"), at(5)],
      ["MSFT", dollars("20"), at(5)],
    ]);
    expect(port.journal[1]?.event).toMatchObject({ quoteUs: at(3) });
    expect(feed.pending()).toBe(0);
  });
  it.each([0, 1, 2])("neither doubles nor loses a quote when it is killed after %i of two", async (written) => {
    const { feed, port, source } = await aFeed({ lockstep: true });
    port.setNow(at(5));
    source.step(step);
    port.dieAtPublish(1, written);
    await expect(feed.turn()).rejects.toThrow("killed");
    const after = await aFeed({ lockstep: true, journal: port.journal, source });
    after.port.setNow(at(5));
    await after.feed.turn();
    source.step([bid("IBM", "30", at(10))]);
    after.port.setNow(at(10));
    await after.feed.turn();
    expect(quotesOf(after.port.journal)).toEqual([
      ["AAPL", dollars("10"), at(5)],
      ["MSFT", dollars("20"), at(5)],
      ["IBM", dollars("30"), at(10)],
    ]);
  });
  it("knows the sides that did not change from its own quotes in the journal", async () => {
    const first = await aFeed({ lockstep: true });
    first.source.step([
      bid("AAPL", "10", at(5)),
      { symbol: "AAPL", field: "ASK", value: dollars("10.02"), eventUs: at(5) },
    ]);
    first.port.setNow(at(5));
    await first.feed.turn();
    const after = await aFeed({ lockstep: true, journal: first.port.journal });
    after.source.step([bid("AAPL", "10.01", at(10))]);
    after.port.setNow(at(10));
    await after.feed.turn();
    expect(after.port.journal.at(-1)?.event).toEqual(
      aQuote({
        bidPx: dollars("10.01"),
        askPx: dollars("10.02"),
        bidQty: undefined,
        askQty: undefined,
        lastPx: undefined,
        quoteUs: at(10),
      }),
    );
  });
});
