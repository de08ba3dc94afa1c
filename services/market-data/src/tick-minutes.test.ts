import type { Event, EventByKind } from "@bowline/contracts";
import { addUs, shares, type Us, US_PER_MINUTE } from "@bowline/kernel";
import type { RawTick } from "@bowline/service-kit";
import { aBar, aClock, at, dollars, T0, T0_CLOSE } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { makeTickMinutes, type TickMinutes } from "./tick-minutes.ts";

const INSTRUMENTS = ["AAPL", "IBM", "MSFT"].map((symbol) => ({ symbol, group: "tech" }));
const READY: Event = {
  kind: "broker.session",
  state: "READY",
  reason: "reconciled",
  accountId: "DU1234567",
  serverVersion: 193,
};
const AWAY: Event = { ...READY, state: "DISCONNECTED" };
const EARLY = addUs(T0, -10 * US_PER_MINUTE);

function started(options: { extended?: readonly string[]; readyUs?: Us; fromUs?: Us } = {}): TickMinutes {
  const { extended = [], readyUs = EARLY, fromUs = EARLY } = options;
  const minutes = makeTickMinutes(INSTRUMENTS, {
    fromTicks: new Set(["AAPL", "MSFT"]),
    extendedHours: new Set(extended),
  });
  minutes.begin(fromUs);
  minutes.learn(aClock({ nowUs: fromUs }), fromUs);
  minutes.learn(READY, readyUs);
  return minutes;
}

const tick = (field: RawTick["field"], value: number, eventUs: Us, symbol = "AAPL"): RawTick => ({
  symbol,
  field,
  value,
  eventUs,
});
function trade(minutes: TickMinutes, second: number, price: string, { size = 100, symbol = "AAPL" } = {}): void {
  minutes.tick(tick("TRADE", dollars(price), at(second), symbol));
  minutes.tick(tick("TRADE_SIZE", shares(size), at(second), symbol));
}
const heard = (minutes: TickMinutes, second: number, symbol = "AAPL") =>
  minutes.tick(tick("BID", dollars("99"), at(second), symbol));
const of = (events: readonly Event[], symbol = "AAPL") =>
  events.filter((event): event is EventByKind<"md.bar" | "md.gap"> => "symbol" in event && event.symbol === symbol);

describe("a minute of trades", () => {
  it("is told once, a moment after it ended, with what its trades say", () => {
    const minutes = started();
    trade(minutes, 0, "100");
    trade(minutes, 20, "103", { size: 200 });
    trade(minutes, 59.9, "101");
    trade(minutes, 60, "50");
    heard(minutes, 30, "MSFT");
    expect(minutes.take(at(61), false)).toEqual([]);
    const told = minutes.take(at(62), false);
    expect(told).toMatchObject([
      {
        kind: "md.bar",
        timeframe: "1m",
        symbol: "AAPL",
        closeUs: at(60),
        openPx: dollars("100"),
        highPx: dollars("103"),
        lowPx: dollars("100"),
        closePx: dollars("101"),
        volume: shares(400),
        wapPx: dollars("101.75"),
        tradeCount: 3,
        status: "TRADED",
      },
      { kind: "md.bar", symbol: "MSFT", closeUs: at(60), status: "NO_TRADE" },
    ]);
    expect(minutes.take(at(63), false)).toEqual([]);
  });

  it("waits for nothing in lock-step, where the trades of a step come with it", () => {
    const minutes = started();
    trade(minutes, 59, "100");
    expect(of(minutes.take(at(60), true))).toMatchObject([{ closeUs: at(60), status: "TRADED" }]);
  });

  it("of which nothing was heard is NO_DATA with a gap, for nobody knows", () => {
    const minutes = started();
    heard(minutes, 10, "MSFT");
    expect(of(minutes.take(at(62), false))).toMatchObject([
      { kind: "md.bar", status: "NO_DATA" },
      { kind: "md.gap", fromUs: T0, toUs: at(60) },
    ]);
  });

  it("in which the broker was away has a gap, whatever came of it", () => {
    const minutes = started();
    trade(minutes, 5, "100");
    minutes.learn(AWAY, at(20));
    minutes.learn(READY, at(40));
    heard(minutes, 50, "MSFT");
    const told = minutes.take(at(62), false);
    expect(of(told)).toMatchObject([{ kind: "md.bar", status: "TRADED" }, { kind: "md.gap" }]);
    expect(of(told, "MSFT")).toMatchObject([{ kind: "md.bar", status: "NO_DATA" }, { kind: "md.gap" }]);
    trade(minutes, 90, "101");
    expect(of(minutes.take(at(122), false))).toMatchObject([{ kind: "md.bar", status: "TRADED" }]);
  });

  it("is asked for again where a trade comes after it was told", () => {
    const minutes = started();
    trade(minutes, 5, "100");
    minutes.take(at(62), false);
    trade(minutes, 30, "200");
    expect(of(minutes.take(at(63), false))).toMatchObject([
      { kind: "md.gap", fromUs: T0, toUs: at(60), reason: "a trade came after its minute was told" },
    ]);
    expect(of(minutes.take(at(64), false))).toEqual([]);
  });

  it("is built for those alone that ask for it", () => {
    const minutes = started();
    trade(minutes, 5, "100", { symbol: "IBM" });
    expect(of(minutes.take(at(62), false), "IBM")).toEqual([]);
    expect(makeTickMinutes(INSTRUMENTS, { fromTicks: new Set(), extendedHours: new Set() }).nextDueUs(at(5))).toBe(
      undefined,
    );
    expect(minutes.nextDueUs(at(5))).toBe(at(62));
  });
});

describe("a session", () => {
  it("that is joined late begins with the first whole minute; what lies before it is a gap", () => {
    const minutes = started({ fromUs: at(310), readyUs: at(330) });
    trade(minutes, 340, "100");
    trade(minutes, 370, "101");
    expect(of(minutes.take(at(422), false))).toMatchObject([
      { kind: "md.gap", fromUs: T0, toUs: at(300), reason: "started after the open" },
      { kind: "md.bar", closeUs: at(360), status: "TRADED" },
      { kind: "md.gap", fromUs: at(300), toUs: at(360) },
      { kind: "md.bar", closeUs: at(420), status: "TRADED" },
    ]);
  });

  it("goes on after a restart where the journal ends", () => {
    const minutes = started({ fromUs: at(200), readyUs: at(0) });
    minutes.learn(aBar({ timeframe: "1m", closeUs: at(120) }), at(122));
    trade(minutes, 210, "100");
    expect(of(minutes.take(at(242), false))).toMatchObject([
      { kind: "md.bar", closeUs: at(180), status: "NO_DATA" },
      { kind: "md.gap" },
      { kind: "md.bar", closeUs: at(240), status: "TRADED" },
      { kind: "md.gap" },
    ]);
  });

  it("has no bar before its open and none after its close, where nobody asks for them", () => {
    const minutes = started();
    trade(minutes, -30, "100");
    trade(minutes, 5, "101");
    heard(minutes, 5, "MSFT");
    expect(minutes.take(at(62), false).map((event) => event.kind)).toEqual(["md.bar", "md.bar"]);
    const last = minutes.take(addUs(T0_CLOSE, 600_000_000), false).filter((event) => event.kind === "md.bar");
    expect(last.at(-1)?.closeUs).toBe(T0_CLOSE);
    expect(last.filter(({ extendedHours }) => extendedHours !== undefined)).toEqual([]);
  });

  it("has the auctions' prints in the minutes in which they are printed", () => {
    const print = (minutes: TickMinutes, eventUs: Us, price: string): void => {
      minutes.tick(tick("TRADE", dollars(price), eventUs));
      minutes.tick(tick("TRADE_SIZE", shares(50_000), eventUs));
    };
    const toldBy = (extended: readonly string[]) => {
      const minutes = started({ extended });
      trade(minutes, -1, "90");
      print(minutes, addUs(T0, 3_000_000), "100");
      print(minutes, addUs(T0_CLOSE, -1_000_000), "101");
      print(minutes, addUs(T0_CLOSE, 5_000_000), "102");
      const bars = of(minutes.take(addUs(T0_CLOSE, 62_000_000), false)).filter((event) => event.kind === "md.bar");
      return (closeUs: Us) => bars.find((bar) => bar.closeUs === closeUs);
    };
    const [regular, extended] = [toldBy([]), toldBy(["AAPL"])];
    for (const told of [regular, extended]) {
      expect(told(at(60))).toMatchObject({ openPx: dollars("100"), volume: shares(50_000) });
      expect(told(T0_CLOSE)).toMatchObject({ closePx: dollars("101"), volume: shares(50_000) });
    }
    expect(regular(addUs(T0_CLOSE, US_PER_MINUTE))).toBeUndefined();
    expect(extended(addUs(T0_CLOSE, US_PER_MINUTE))).toMatchObject({
      openPx: dollars("102"),
      extendedHours: "AFTER_HOURS",
    });
  });

  it("has them, marked, where a group asks for extended hours", () => {
    const minutes = started({ extended: ["AAPL"] });
    trade(minutes, -30, "100");
    trade(minutes, 5, "101");
    const bars = of(minutes.take(at(62), false)).filter((event) => event.kind === "md.bar");
    expect(bars.slice(-2)).toMatchObject([
      { closeUs: T0, status: "TRADED", extendedHours: "PRE_MARKET" },
      { closeUs: at(60), status: "TRADED" },
    ]);
    expect(bars.at(-1)).not.toHaveProperty("extendedHours");
    minutes.tick(tick("TRADE", dollars("99"), addUs(T0_CLOSE, 1_000_000)));
    minutes.tick(tick("TRADE_SIZE", shares(5), addUs(T0_CLOSE, 1_000_000)));
    const evening = of(minutes.take(addUs(T0_CLOSE, 62_000_000), false)).filter((event) => event.kind === "md.bar");
    expect(evening.at(-1)).toMatchObject({ closeUs: addUs(T0_CLOSE, US_PER_MINUTE), extendedHours: "AFTER_HOURS" });
  });
});
