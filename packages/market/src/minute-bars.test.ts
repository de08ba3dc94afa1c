import { qty, shares, us, US_PER_MINUTE } from "@bowline/kernel";
import { T0, aBar, at, dollars } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeMinuteBuilder, minuteCloseOf } from "./minute-bars.ts";
import type { MdBar } from "./minute-of-parts.ts";

const MINUTE = at(60);

/** Twelve five-second bars of the first minute; the last of the volumes is repeated. */
function minuteOf(volumes: readonly number[], changes: (index: number) => Partial<MdBar> = () => ({})): MdBar[] {
  return Array.from({ length: 12 }, (_, index) => {
    const volume = volumes[Math.min(index, volumes.length - 1)] ?? 0;
    return aBar({
      closeUs: at(5 * (index + 1)),
      volume: shares(volume),
      tradeCount: volume > 0 ? 1 : 0,
      status: volume > 0 ? "TRADED" : "NO_TRADE",
      ...changes(index),
    });
  });
}

function closed(bars: readonly MdBar[]) {
  const builder = makeMinuteBuilder("tech", "AAPL");
  for (const bar of bars) builder.add(bar);
  return builder.close(MINUTE);
}

describe("the minute of a bar", () => {
  it("ends at the full minute that is not before the bar's close", () => {
    expect(minuteCloseOf(at(5))).toBe(MINUTE);
    expect(minuteCloseOf(at(60))).toBe(MINUTE);
    expect(minuteCloseOf(us(at(60) + 1))).toBe(at(120));
  });
});

describe("a one-minute bar", () => {
  it("has the first open, the extremes, the last close, and the sums of its parts", () => {
    const bars = minuteOf([100], (i) => ({
      openPx: dollars(`${100 + i}`),
      highPx: dollars(`${110 + i}`),
      lowPx: dollars(`${90 - i}`),
      closePx: dollars(`${101 + i}`),
      wapPx: dollars(`${100 + i}`),
    }));
    expect(closed(bars)).toEqual({
      bar: aBar({
        timeframe: "1m",
        closeUs: MINUTE,
        openPx: dollars("100"),
        highPx: dollars("121"),
        lowPx: dollars("79"),
        closePx: dollars("112"),
        volume: shares(1200),
        wapPx: dollars("105.5"),
        tradeCount: 12,
        status: "TRADED",
      }),
      came: 12,
      gaps: [],
    });
  });

  it("takes no price from a part without volume", () => {
    const bars = minuteOf([0, 0, 50, 0], (i) =>
      i === 2
        ? {}
        : {
            openPx: dollars("1"),
            highPx: dollars("999"),
            lowPx: dollars("1"),
            closePx: dollars("1"),
            wapPx: dollars("1"),
          },
    );
    expect(closed(bars).bar).toMatchObject({
      openPx: dollars("100"),
      highPx: dollars("100.2"),
      lowPx: dollars("99.9"),
      closePx: dollars("100.1"),
      wapPx: dollars("100.05"),
      volume: shares(50),
    });
  });

  it("is NO_TRADE without prices when all twelve parts came and none had volume", () => {
    const minute = closed(minuteOf([0]));
    expect(minute.bar).toEqual({
      kind: "md.bar",
      group: "tech",
      symbol: "AAPL",
      timeframe: "1m",
      closeUs: MINUTE,
      volume: qty(0),
      tradeCount: 0,
      status: "NO_TRADE",
    });
    expect(minute.gaps).toEqual([]);
  });

  it("is NO_DATA when nothing came", () => {
    const minute = closed([]);
    expect(minute.bar.status).toBe("NO_DATA");
    expect(minute.gaps).toEqual([{ fromUs: T0, toUs: MINUTE }]);
  });

  it("is built from what came, and says what did not", () => {
    const bars = minuteOf([10]).filter((_, index) => index !== 0 && index !== 5 && index !== 6);
    const minute = closed(bars);
    expect(minute.bar).toMatchObject({ status: "TRADED", volume: shares(90) });
    expect(minute.came).toBe(9);
    expect(minute.gaps).toEqual([
      { fromUs: T0, toUs: at(5) },
      { fromUs: at(25), toUs: at(35) },
    ]);
  });

  it("is NO_DATA when parts are missing and the others had no volume", () => {
    expect(closed(minuteOf([0]).slice(1)).bar.status).toBe("NO_DATA");
  });

  it("rounds the weighted price once and leaves it out where a part has none", () => {
    const bars = [
      aBar({ closeUs: at(5), wapPx: dollars("1.000001"), volume: shares(1) }),
      aBar({ closeUs: at(10), wapPx: dollars("1.000002"), volume: shares(1) }),
    ];
    expect(closed(bars).bar.wapPx).toBe(dollars("1.000002"));
    const parts = [qty(1_500_000), qty(500_000)].map((volume, index) => ({ ...bars[index], volume }) as MdBar);
    expect(closed(parts).bar.wapPx).toBe(dollars("1.000001"));
    const huge = bars.map((bar) => ({ ...bar, wapPx: dollars("900000"), volume: shares(4_000_000_000) }));
    expect(closed(huge).bar.wapPx).toBe(dollars("900000"));
    expect(closed([...bars, aBar({ closeUs: at(15), wapPx: undefined })]).bar.wapPx).toBeUndefined();
  });
});

describe("the builder", () => {
  it("ignores a repeat, and takes the newest of what came twice", () => {
    const builder = makeMinuteBuilder("tech", "AAPL");
    expect(builder.add(aBar())).toBe("NEW");
    expect(builder.add(aBar())).toBe("REPEATED");
    expect(builder.add(aBar({ volume: shares(999) }))).toBe("REVISED");
    expect(builder.isComplete(MINUTE)).toBe(false);
    expect(builder.close(MINUTE)).toMatchObject({ bar: { volume: shares(999) }, came: 1 });
    expect(builder.takeChanged()).toEqual([]);
  });

  it("holds the next minute while this one waits, and forgets what nobody asked for", () => {
    const builder = makeMinuteBuilder("tech", "AAPL");
    builder.add(aBar({ closeUs: at(60) }));
    builder.add(aBar({ closeUs: at(65), volume: shares(3) }));
    expect(builder.close(MINUTE).bar.volume).toBe(shares(500));
    builder.forgetUntil(at(300));
    expect(builder.snapshot()).toEqual({ closedUs: at(300), minutes: [] });
  });

  it("equals the plain fold over any parts in any order, also through a snapshot", () => {
    const part = fc.record({
      slot: fc.integer({ min: 1, max: 12 }),
      open: fc.integer({ min: 1, max: 9e9 }),
      high: fc.integer({ min: 1, max: 9e9 }),
      low: fc.integer({ min: 1, max: 9e9 }),
      close: fc.integer({ min: 1, max: 9e9 }),
      volume: fc.integer({ min: 0, max: 5e14 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(part, { selector: (p) => p.slot, maxLength: 12 }), fc.nat(12), (parts, cut) => {
        const bars = parts.map((p) =>
          aBar({
            closeUs: at(5 * p.slot),
            openPx: p.open as MdBar["openPx"],
            highPx: p.high as MdBar["openPx"],
            lowPx: p.low as MdBar["openPx"],
            closePx: p.close as MdBar["openPx"],
            volume: qty(p.volume),
          }),
        );
        const first = makeMinuteBuilder("tech", "AAPL");
        for (const bar of bars.slice(0, cut)) first.add(bar);
        const second = makeMinuteBuilder(
          "tech",
          "AAPL",
          JSON.parse(JSON.stringify(first.snapshot())) as ReturnType<typeof first.snapshot>,
        );
        for (const bar of bars.slice(cut)) second.add(bar);
        const { bar, came, gaps } = second.close(MINUTE);
        const traded = [...bars].sort((a, b) => a.closeUs - b.closeUs).filter((b) => b.volume > 0);
        expect(bar.openPx).toBe(traded[0]?.openPx);
        expect(bar.closePx).toBe(traded.at(-1)?.closePx);
        expect(bar.highPx).toBe(traded.length === 0 ? undefined : Math.max(...traded.map((b) => b.highPx!)));
        expect(bar.lowPx).toBe(traded.length === 0 ? undefined : Math.min(...traded.map((b) => b.lowPx!)));
        expect(BigInt(bar.volume)).toBe(bars.reduce((sum, b) => sum + BigInt(b.volume), 0n));
        expect(came).toBe(bars.length);

        expect(gaps.reduce((sum, gap) => sum + gap.toUs - gap.fromUs, 0)).toBe(((12 - came) * US_PER_MINUTE) / 12);
      }),
    );
  });
});

describe("a closed minute", () => {
  const late = (second: number, volume = 100) => aBar({ closeUs: at(second), volume: shares(volume) });

  it("is told again as a whole when parts come late, once for all that came until somebody asks", () => {
    const builder = makeMinuteBuilder("tech", "AAPL");
    for (const bar of minuteOf([100]).slice(0, 9)) builder.add(bar);
    builder.close(MINUTE);
    for (const bar of minuteOf([100]).slice(9)) expect(builder.add(bar)).toBe("NEW");
    expect(builder.takeChanged()).toMatchObject([
      { bar: { closeUs: MINUTE, volume: shares(1200), status: "TRADED" }, came: 12, gaps: [], reason: "LATE" },
    ]);
    expect(builder.takeChanged()).toEqual([]);
    expect(builder.add(late(60, 7))).toBe("REVISED");
    expect(builder.takeChanged()).toMatchObject([{ bar: { volume: shares(1107) }, reason: "REVISED" }]);
  });

  it("of which nothing had come is known when something does", () => {
    const builder = makeMinuteBuilder("tech", "AAPL");
    expect(builder.close(MINUTE).bar.status).toBe("NO_DATA");
    builder.add(late(5));
    expect(builder.takeChanged()).toMatchObject([{ bar: { status: "TRADED", volume: shares(100) }, came: 1 }]);
  });

  it("is not told where the late part says nothing new of it", () => {
    const builder = makeMinuteBuilder("tech", "AAPL");
    for (const bar of minuteOf([100, 100, 0]).slice(0, 11)) builder.add(bar);
    builder.close(MINUTE);
    builder.add(aBar({ closeUs: MINUTE, volume: shares(0), tradeCount: 0, status: "NO_TRADE" }));
    expect(builder.takeChanged()).toEqual([]);
  });

  it("is forgotten after three more, and where it is settled", () => {
    const builder = makeMinuteBuilder("tech", "AAPL");
    for (const minute of [1, 2, 3, 4]) builder.close(at(60 * minute));
    expect([late(55), late(65), late(125)].map((bar) => builder.add(bar))).toEqual(["LATE", "NEW", "NEW"]);
    builder.settle(at(180));
    expect(builder.takeChanged().map(({ bar }) => bar.closeUs)).toEqual([at(120)]);
    expect(builder.add(late(125))).toBe("LATE");
  });

  it("changes all the same after a snapshot", () => {
    const make = () => makeMinuteBuilder("tech", "AAPL");
    const first = make();
    first.close(MINUTE);
    first.add(late(5));
    const second = makeMinuteBuilder("tech", "AAPL", JSON.parse(JSON.stringify(first.snapshot())) as never);
    expect(second.takeChanged()).toEqual(first.takeChanged());
    for (const builder of [first, second]) builder.add(late(10));
    expect(second.takeChanged()).toEqual(first.takeChanged());
  });
});
