import type { EventByKind } from "@bowline/contracts";
import { shares, us } from "@bowline/kernel";
import { aBar, aQuote, at } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { dollarsPx, ratio } from "../test-view.ts";
import {
  averageDailyQty,
  beginPriceSession,
  dayMoveOf,
  fiveMinuteMove,
  makePricePaths,
  middleOf,
  minuteSigmas,
  seeHistory,
  seeMinute,
  seeQuote,
  spreadOf,
} from "./price-path.ts";

const quoteAt = (seconds: number, middle: number) =>
  aQuote({ quoteUs: at(seconds), bidPx: dollarsPx(String(middle - 1)), askPx: dollarsPx(String(middle + 1)) });
const minute = (number: number, close: number | undefined) =>
  aBar({
    timeframe: "1m",
    closeUs: at(number * 60),
    closePx: close === undefined ? undefined : dollarsPx(String(close)),
    status: close === undefined ? "NO_DATA" : "TRADED",
  });
const history = (timeframe: "1m" | "1d", bars: readonly (readonly [number, number])[]): EventByKind<"md.history"> => ({
  kind: "md.history",
  group: "tech",
  symbol: "AAPL",
  requestId: "r",
  timeframe,
  failure: "",
  bars: bars.map(([seconds, close]) => ({
    closeUs: at(seconds),
    closePx: dollarsPx(String(close)),
    volume: shares(close),
  })),
});

describe("quotes", () => {
  it("have a middle where the bid is below the ask", () => {
    expect(middleOf(aQuote({ bidPx: dollarsPx("1"), askPx: dollarsPx("1.000003") }))).toBe(1_000_001);
    expect(middleOf(aQuote({ bidPx: dollarsPx("1"), askPx: dollarsPx("1") }))).toBeUndefined();
    expect(middleOf(undefined)).toBeUndefined();
  });
  it("have a spread where both sides are there, none where they meet or cross", () => {
    const spread = (bidPx: string | undefined, askPx: string | undefined) =>
      spreadOf({
        bidPx: bidPx === undefined ? undefined : dollarsPx(bidPx),
        askPx: askPx === undefined ? undefined : dollarsPx(askPx),
      });
    expect([spread("99", "101"), spread("100", "100"), spread("101", "99")]).toEqual([20_000, 0, 0]);
    expect([spread(undefined, "1"), spread("1", undefined), spreadOf(undefined)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
  it("leave the last sane middle before them, and the time of a halt", () => {
    const paths = makePricePaths();
    seeQuote(paths, quoteAt(1, 100));
    expect(paths.priors.size).toBe(0);
    seeQuote(paths, aQuote({ bidPx: undefined, halted: true, quoteUs: at(2) }));
    seeQuote(paths, quoteAt(3, 110));
    expect([paths.priors.get("AAPL"), paths.halts.get("AAPL")]).toEqual([dollarsPx("100"), at(2)]);
  });
});

describe("the move of five minutes", () => {
  const paths = makePricePaths();
  for (const [number, close] of [
    [1, 50],
    [6, 100],
    [7, 96],
    [8, undefined],
  ] as const)
    seeMinute(paths, minute(number, close));
  seeQuote(paths, quoteAt(600, 108));
  it("is the largest from a close within them", () =>
    expect(fiveMinuteMove(paths, "AAPL", at(600))).toBe(ratio("0.125")));
  it("is not known where none closed within them, or no price is there", () => {
    expect(fiveMinuteMove(paths, "AAPL", at(721))).toBeUndefined();
    expect(fiveMinuteMove(makePricePaths(), "AAPL", at(600))).toBeUndefined();
  });
  it("says nothing of a minute without data", () => expect(paths.barStatuses.get("AAPL")).toBe("NO_DATA"));
});

describe("the last minute in standard deviations", () => {
  const walk = (...closes: number[]) => {
    const paths = makePricePaths();
    closes.forEach((close, index) => seeMinute(paths, minute(index + 1, close)));
    return minuteSigmas(paths, "AAPL");
  };
  const calm = Array.from({ length: 22 }, (_, index) => (index % 2 === 0 ? 100 : 101));
  it("is about one where it is as the others, and many where it is not", () => {
    expect(walk(...calm)).toBeLessThan(ratio("1.2"));
    expect(walk(...calm, 110)).toBeGreaterThan(ratio("8"));
  });
  it("takes no night for a minute", () => {
    const paths = makePricePaths();
    [...calm, ...calm].forEach((close, index) => seeMinute(paths, minute(index + 1, close)));
    seeMinute(paths, minute(1000, 120));
    expect(minuteSigmas(paths, "AAPL")).toBeLessThan(ratio("1.2"));
    seeMinute(paths, minute(1001, 140));
    expect(minuteSigmas(paths, "AAPL")).toBeGreaterThan(ratio("8"));
  });
  it("is not known with fewer than twenty of them", () => expect(walk(...calm.slice(0, 21))).toBeUndefined());
  it("has no bound where nothing moved before", () => {
    const still = Array.from({ length: 22 }, () => 100);
    expect(walk(...still)).toBe(0);
    expect(walk(...still, 101)).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe("history", () => {
  it("of minutes stands before what is known, each once", () => {
    const paths = makePricePaths();
    seeMinute(paths, minute(3, 103));
    seeHistory(
      paths,
      history("1m", [
        [60, 101],
        [120, 102],
        [180, 999],
        [240, 104],
      ]),
    );
    expect(paths.minutes.get("AAPL")?.map(({ closePx }) => closePx / 1e6)).toEqual([101, 102, 103, 104]);
  });
  it("of days gives an average volume of the last twenty", () => {
    const paths = makePricePaths();
    expect(averageDailyQty(paths, "AAPL")).toBeUndefined();
    seeHistory(
      paths,
      history(
        "1d",
        Array.from({ length: 21 }, (_, day) => [day * 86_400, day === 0 ? 9999 : 100]),
      ),
    );
    expect(averageDailyQty(paths, "AAPL")).toBe(shares(100));
    seeHistory(paths, { ...history("1d", []), failure: "no data" });
    expect(averageDailyQty(paths, "AAPL")).toBe(shares(100));
  });
});

it("knows the move since the last session's close, by the later of a minute and a day", () => {
  const paths = makePricePaths();
  seeHistory(
    paths,
    history("1d", [
      [-86_400, 80],
      [86_400, 999],
    ]),
  );
  seeQuote(paths, quoteAt(60, 90));
  expect(dayMoveOf(paths, "AAPL", at(0))).toBe(ratio("0.125"));
  seeHistory(paths, history("1m", [[-3600, 100]]));
  beginPriceSession(paths, at(0));
  expect(dayMoveOf(paths, "AAPL", at(0))).toBe(-ratio("0.1"));
  expect(dayMoveOf(paths, "MSFT", at(0))).toBeUndefined();
  expect(dayMoveOf(makePricePaths(), "AAPL", undefined)).toBeUndefined();
});

describe("what is kept of a path", () => {
  const closesOf = (paths: ReturnType<typeof makePricePaths>) =>
    (paths.minutes.get("AAPL") ?? []).map(({ closePx }) => closePx / 1e6);
  it("is thirty-one minutes, the newest, and of each its time and its close", () => {
    const paths = makePricePaths();
    for (let index = 1; index <= 33; index++) seeMinute(paths, minute(index, 100 + index));
    expect(closesOf(paths)).toEqual(Array.from({ length: 31 }, (_, index) => 103 + index));
    expect(paths.minutes.get("AAPL")?.[0]).toEqual({ closeUs: at(180), closePx: dollarsPx("103") });
  });
  it("takes a minute once, and none that is older than what is known where a bar tells it", () => {
    const paths = makePricePaths();
    seeMinute(paths, minute(2, 102));
    seeMinute(paths, minute(2, 999));
    expect(closesOf(paths)).toEqual([102]);
  });
  it("has no close of a minute without one, and none of a minute without data", () => {
    const paths = makePricePaths();
    seeMinute(paths, { ...minute(1, 100), status: "NO_DATA" });
    seeMinute(paths, { ...minute(2, undefined), status: "TRADED" });
    expect([paths.minutes.get("AAPL"), paths.barStatuses.get("AAPL")]).toEqual([undefined, "TRADED"]);
    seeMinute(paths, { ...minute(3, 100), status: "NO_TRADE" });
    expect(closesOf(paths)).toEqual([100]);
  });
  it("is left alone by bars without closes, and of another length", () => {
    const paths = makePricePaths();
    const bars = [{ closeUs: at(60), closePx: undefined, volume: shares(1) }];
    seeHistory(paths, { ...history("1d", []), bars });
    seeHistory(paths, { ...history("1d", [[60, 100]]), timeframe: "5s" });
    expect([paths.days.size, paths.minutes.size]).toEqual([0, 0]);
    seeHistory(paths, history("1d", [[60, 100]]));
    expect([paths.days.size, paths.minutes.size]).toEqual([1, 0]);
  });
});

describe("the close before a session", () => {
  const moved = (of: (paths: ReturnType<typeof makePricePaths>) => void) => {
    const paths = makePricePaths();
    of(paths);
    seeQuote(paths, quoteAt(60, 100));
    return dayMoveOf(paths, "AAPL", at(0));
  };
  it("is the last that was told by the open, which may be the close's own moment", () => {
    const minutes = (...bars: (readonly [number, number])[]) =>
      moved((paths) => seeHistory(paths, history("1m", bars)));
    expect(minutes([-60, 80], [0, 125], [60, 10])).toBe(-ratio("0.2"));
    expect(minutes([60, 10])).toBeUndefined();
    expect(moved((paths) => seeHistory(paths, history("1d", [[0, 125]])))).toBe(-ratio("0.2"));
  });
  it("is a day's where the day closed after the last minute, and a minute's where both closed at once", () => {
    const both = (minuteAt: number) =>
      moved((paths) => {
        seeHistory(paths, history("1d", [[-3600, 125]]));
        seeHistory(paths, history("1m", [[minuteAt, 80]]));
      });
    expect([both(-7200), both(-1800)]).toEqual([-ratio("0.2"), ratio("0.25")]);
  });
  it("stays what it was as the session began, and is not known before one began", () => {
    const paths = makePricePaths();
    seeMinute(paths, minute(-10, 125));
    seeQuote(paths, quoteAt(60, 100));
    expect(dayMoveOf(paths, "AAPL", undefined)).toBeUndefined();
    beginPriceSession(paths, at(0));
    expect(dayMoveOf(paths, "AAPL", undefined)).toBe(-ratio("0.2"));
    expect([...paths.sessionCloses.keys()]).toEqual(["AAPL"]);
    beginPriceSession(makePricePaths(), at(0));
  });
  it("is not known of a symbol whose price is not", () => {
    const paths = makePricePaths();
    seeHistory(paths, history("1d", [[-60, 100]]));
    expect(dayMoveOf(paths, "AAPL", at(0))).toBeUndefined();
  });
});

it("takes a minute of exactly five minutes ago for one of them, and a fall as a rise", () => {
  const paths = makePricePaths();
  seeMinute(paths, minute(5, 100));
  seeQuote(paths, quoteAt(600, 80));
  expect(fiveMinuteMove(paths, "AAPL", at(600))).toBe(ratio("0.2"));
  expect(fiveMinuteMove(paths, "AAPL", us(at(600) + 1))).toBeUndefined();
});

it("measures the last minute against the minutes before it", () => {
  const paths = makePricePaths();
  // Twenty moves up and down by a hundredth, more or less, and one of three.
  const closes = Array.from({ length: 21 }, (_, index) => (index % 2 === 0 ? 100 : 101));
  [...closes, 103].forEach((close, index) => seeMinute(paths, minute(index + 1, close)));
  const moves = closes.slice(1).map((close, index) => close / (closes[index] ?? 0) - 1);
  const mean = moves.reduce((sum, move) => sum + move, 0) / moves.length;
  const deviation = Math.sqrt(moves.reduce((sum, move) => sum + (move - mean) ** 2, 0) / moves.length);
  expect(minuteSigmas(paths, "AAPL")).toBe(Math.round(((0.03 - mean) / deviation) * 1e6));
});

it("divides the volume by the days that there are", () => {
  const paths = makePricePaths();
  seeHistory(
    paths,
    history("1d", [
      [0, 100],
      [86_400, 201],
    ]),
  );
  expect(averageDailyQty(paths, "AAPL")).toBe(150_500_000);
});
