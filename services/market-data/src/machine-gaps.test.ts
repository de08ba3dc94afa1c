import { makeGroups } from "@bowline/config";
import type { Event, EventByKind, HistoryBar, Machine } from "@bowline/contracts";
import { shares, type Us, US_PER_MINUTE } from "@bowline/kernel";
import { aBar, aClock, aJournal, at, checkMachineLaws, dollars, runMachine } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeMarketDataMachine } from "./machine.ts";

const groups = makeGroups([["tech", ["AAPL"]]]);
const makeMachine = (): Machine => makeMarketDataMachine({ groups, warmupBars: 0, dailyBars: 0 });
type Corrected = EventByKind<"md.bar-corrected">;

const READY: Event = {
  kind: "broker.session",
  state: "READY",
  reason: "reconciled",
  accountId: "DU1234567",
  serverVersion: 193,
};
const LOST: Event = { ...READY, state: "DISCONNECTED" };

/** The market's five-second bar: one in seven without a trade, each with prices of its own; every third minute is quiet. */
function partAt(second: number) {
  const isQuiet = second % 7 === 0 || Math.ceil(second / 60) % 3 === 0;
  const px = (tenths: number) => dollars(`${100 + ((second * 13) % 17)}.${tenths}`);
  const prices = { openPx: px(2), highPx: px(9), lowPx: px(0), closePx: px(5), wapPx: px(4) };
  return aBar({ closeUs: at(second), ...prices, volume: shares(isQuiet ? 0 : second), tradeCount: isQuiet ? 0 : 1 });
}

/** The broker's history: what really traded, none for a quiet minute. */
function historyOf(request: EventByKind<"request.backfill">): Event {
  const ends = Array.from({ length: 390 }, (_, index) => at(60 * (index + 1)));
  const bars: HistoryBar[] = ends.flatMap((closeUs) => {
    const bar = uncut.find((one) => one.closeUs === closeUs && one.status === "TRADED");
    return bar === undefined ? [] : [plain(bar)];
  });
  return {
    kind: "md.history",
    group: "tech",
    symbol: "AAPL",
    requestId: request.requestId,
    timeframe: "1m",
    bars: bars.filter(({ closeUs }) => closeUs <= request.endUs).slice(-request.bars),
    failure: "",
  };
}
const plain = ({ closeUs, openPx, highPx, lowPx, closePx, volume }: EventByKind<"md.bar">): HistoryBar => ({
  closeUs,
  openPx,
  highPx,
  lowPx,
  closePx,
  volume,
});

type Sender = (request: EventByKind<"request.backfill">) => Event;
const ANSWER_AFTER_SECONDS = 10;
type World = {
  readonly extra?: (second: number) => readonly Event[];
  readonly answer?: Sender;
  /** When the system is started. */
  readonly fromSecond?: number;
};

/** Drives a machine second by five: parts that `reach` it, the clock, and answers to its requests a little later. */
function play(seconds: number, reaches: (second: number) => boolean | number, world: World = {}) {
  const { extra = () => [], answer = historyOf, fromSecond = 0 } = world;
  const machine = makeMachine();
  const told: { readonly second: number; readonly event: Event }[] = [];
  const journal: Event[] = [];
  const late = new Map<number, Event[]>();
  const feed = (second: number, event: Event): void => {
    journal.push(event);
    for (const { event: output } of runMachine(machine, aJournal([event]))) {
      told.push({ second, event: output });
      if (output.kind !== "request.backfill") continue;
      const due = second + ANSWER_AFTER_SECONDS;
      late.set(due, [...(late.get(due) ?? []), answer(output)]);
    }
  };
  feed(0, READY);
  for (let second = fromSecond + 5; second <= seconds; second += 5) {
    const reach = reaches(second);
    if (reach === true) feed(second, partAt(second));
    else if (reach !== false) late.set(second + reach, [...(late.get(second + reach) ?? []), partAt(second)]);
    for (const event of [...(late.get(second) ?? []), ...extra(second)]) feed(second, event);
    feed(second, aClock({ nowUs: at(second) }));
  }
  const events = told.map(({ event }) => event);
  return {
    journal,
    told,
    bars: events.filter((event) => event.kind === "md.bar"),
    corrections: events.filter((event) => event.kind === "md.bar-corrected"),
    requests: events.filter((event) => event.kind === "request.backfill"),
  };
}

const MINUTES = 40;
const uncut = play(60 * MINUTES, () => true).bars;
type Played = ReturnType<typeof play>;

/** The bars as they are in the end, each minute once. */
function finalBars({ bars, corrections }: Played) {
  const byClose = new Map<Us, HistoryBar & { status: string }>();
  for (const bar of bars) {
    expect(byClose.has(bar.closeUs)).toBe(false);
    byClose.set(bar.closeUs, { ...plain(bar), status: bar.status });
  }
  for (const bar of corrections) byClose.set(bar.closeUs, { ...plain({ ...bar, kind: "md.bar" }), status: bar.status });
  return [...byClose.values()].sort((a, b) => a.closeUs - b.closeUs);
}
const whole = uncut.map((bar) => ({ ...plain(bar), status: bar.status as string }));
const minutes = (bars: readonly { readonly closeUs: Us }[]): number[] =>
  bars.map(({ closeUs }) => (closeUs - at(0)) / US_PER_MINUTE);

describe("a cut of ten minutes", () => {
  const cut = (second: number): boolean => second <= 605 || second > 1205;
  const played = play(60 * MINUTES, cut);

  it("is asked for once, when a whole minute has come again, with the minutes that were cut in part", () => {
    expect(minutes(played.bars.filter(({ status }) => status === "NO_DATA"))).toEqual([
      12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    ]);
    expect(played.told.filter(({ event }) => event.kind === "request.backfill")).toEqual([
      {
        second: 22 * 60,
        event: {
          kind: "request.backfill",
          requestId: `gap-AAPL-${at(22 * 60)}-0`,
          group: "tech",
          symbol: "AAPL",
          timeframe: "1m",
          endUs: at(22 * 60),
          bars: 12,
          extendedHours: true,
        },
      },
    ]);
  });

  it("leaves the bars of the uncut run: traded minutes with their prices, quiet ones as NO_TRADE", () => {
    expect(finalBars(played)).toEqual(whole);
    expect(new Set(played.corrections.map(({ status }) => status))).toEqual(new Set(["TRADED", "NO_TRADE"]));
    expect(played.corrections.every((bar) => bar.reason === "BACKFILLED" && bar.source === "HISTORY")).toBe(true);
    expect(played.corrections.every(({ revision }) => revision === 1)).toBe(true);
  });
});

describe("parts that come late", () => {
  it("correct their minute whenever they say something new of it, and leave nothing to ask for", () => {
    const played = play(600, (second) => (second > 95 && second <= 120 ? 30 : true));
    expect(minutes(played.corrections)).toEqual([2, 2, 2, 2]);
    expect(played.corrections.map(({ revision }) => revision)).toEqual([1, 2, 3, 4]);
    expect(played.corrections.every(({ reason, source }) => reason === "LATE" && source === "FIVE_SECOND_BARS")).toBe(
      true,
    );
    expect(finalBars(played)).toEqual(whole.slice(0, 10));
    expect(played.requests).toEqual([]);
  });

  it("and revised ones are told apart", () => {
    const revised = { ...partAt(100), volume: shares(12345) };
    const played = play(300, () => true, { extra: (second) => (second === 140 ? [revised] : []) });
    expect(played.corrections).toMatchObject([{ closeUs: at(120), revision: 1, reason: "REVISED", status: "TRADED" }]);
    const [first] = played.corrections as Corrected[];
    expect(first!.volume - whole[1]!.volume).toBe(shares(12345 - 100));
  });
});

describe("a request", () => {
  it("waits for the broker", () => {
    const away = (second: number): readonly Event[] => (second === 305 ? [LOST] : second === 900 ? [READY] : []);
    const played = play(1200, (second) => second <= 300 || second > 400, { extra: away });
    expect(played.told.find(({ event }) => event.kind === "request.backfill")?.second).toBe(900);
  });

  it("that fails leaves the minutes NO_DATA and is made again, later each time, six times in all", () => {
    const refuse: Sender = (request) => ({ ...historyOf(request), bars: [], failure: "162 no" }) as Event;
    const played = play(60 * MINUTES, (second) => second <= 300 || second > 360, { answer: refuse });
    const asked = played.told.filter(({ event }) => event.kind === "request.backfill").map(({ second }) => second);
    expect(asked).toHaveLength(6);
    const pauses = asked.slice(1).map((second, index) => Math.round((second - asked[index]!) / 60));
    expect(pauses).toEqual([1, 2, 4, 8, 16]);
    expect(played.corrections).toEqual([]);
    expect(new Set(played.requests.map(({ requestId }) => requestId)).size).toBe(6);
  });

  it("whose answer does not reach to the newest minutes is made again for those", () => {
    const lagging: Sender = (request) => {
      const history = historyOf(request) as EventByKind<"md.history">;
      const isFirst = request.requestId.endsWith("-0");
      return isFirst ? { ...history, bars: history.bars.filter(({ closeUs }) => closeUs <= at(360)) } : history;
    };
    const played = play(1200, (second) => second <= 300 || second > 540, { answer: lagging });
    expect(played.requests).toHaveLength(2);
    expect(finalBars(played)).toEqual(whole.slice(0, 20));
  });

  it("covers what lies before the start of the system", () => {
    const played = play(1200, (second) => second > 430, { fromSecond: 430 });
    expect(played.told.find(({ event }) => event.kind === "md.gap")).toMatchObject({
      second: 435,
      event: { reason: "started after the open" },
    });
    expect(played.requests).toMatchObject([{ endUs: at(540), bars: 9 }]);
    expect(minutes(played.corrections)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(finalBars(played)).toEqual(whole.slice(0, 20));
  });
});

it("any cuts, delays and repeats leave the bars of the uncut run, and no minute is told twice", () => {
  const reach = fc.oneof(
    { weight: 12, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 20 }).map((steps) => 5 * steps) },
  );
  fc.assert(
    fc.property(fc.array(reach, { minLength: 60, maxLength: 60 }), fc.nat(60), (reaches, from) => {
      // Disturbed for a while, then whole for as long as a repair may take.
      const disturbed = (second: number): boolean | number => reaches[second / 5 - 1 - from] ?? true;
      const played = play(60 * MINUTES, disturbed, { extra: (second) => (second % 35 === 0 ? [partAt(second)] : []) });
      expect(finalBars(played)).toEqual(whole);
      for (const bar of played.corrections) expect(bar.closeUs).toBeLessThan(at(60 * MINUTES));
    }),
    { numRuns: 20 },
  );
});

it("the laws hold over a cut and its repair", () => {
  const { journal } = play(1500, (second) => second <= 600 || (second > 650 && second % 45 !== 0));
  const entries = aJournal(journal);
  checkMachineLaws(makeMachine, entries, [130, 250, 260, 270, 285, 300, entries.length]);
});
