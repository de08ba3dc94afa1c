import type { EventByKind } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
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
