import { exchangeTimeAt } from "@bowline/calendar";
import { px, us, US_PER_MINUTE } from "@bowline/kernel";
import { T0, T0_CLOSE, at } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { makeBrokerHours } from "./broker-hours.ts";
import { clockAt } from "./clock.ts";

const { date } = exchangeTimeAt(T0);
const today = date.replaceAll("-", "");
function hoursOf(...told: readonly (string | undefined)[]) {
  const hours = makeBrokerHours();
  const instrument = { kind: "md.instrument", group: "tech", symbol: "AAPL", conId: 1, minTick: px(10_000) } as const;
  const names = { currency: "USD", primaryExchange: "NASDAQ", longName: "" };
  for (const liquidHours of told) hours.learn({ ...instrument, ...names, liquidHours });
  return hours;
}

describe("the clock by the broker's hours", () => {
  it("is the calendar's where the broker says the same, nothing, or what is not understood", () => {
    for (const told of [`${today}:0930-${today}:1600`, undefined, "", "whenever", "20010102:CLOSED"])
      expect(clockAt(at(5), hoursOf(told))).toEqual(clockAt(at(5)));
  });
  it("has no session on a day that the broker closes", () => {
    expect(clockAt(at(5), hoursOf(`${today}:CLOSED`))).toEqual({
      kind: "control.clock",
      nowUs: at(5),
      sessionDate: "",
      phase: "CLOSED",
    });
  });
  it("closes when the broker does, and trades four hours after that", () => {
    const hours = hoursOf(`${today}:0930-${today}:1300`);
    const closeUs = us(T0_CLOSE - 180 * US_PER_MINUTE);
    expect(clockAt(us(closeUs - 1), hours)).toMatchObject({ phase: "REGULAR", sessionDate: date, openUs: T0, closeUs });
    expect(clockAt(closeUs, hours).phase).toBe("POST");
    expect(clockAt(us(closeUs + 240 * US_PER_MINUTE), hours).phase).toBe("CLOSED");
  });
  it("opens on a day that the calendar closes", () => {
    const saturday = us(T0 + 86_400_000_000);
    const day = exchangeTimeAt(saturday).date.replaceAll("-", "");
    expect(clockAt(saturday, hoursOf(`${day}:0930-${day}:1600`))).toMatchObject({ phase: "REGULAR", openUs: saturday });
  });
  it("follows what was told last, and forgets days before it", () => {
    const hours = hoursOf(`20010102:CLOSED;${today}:CLOSED`, `${today}:0930-${today}:1600`);
    expect(clockAt(at(5), hours)).toEqual(clockAt(at(5)));
    expect(hours.dayOf("2001-01-02")).toBeUndefined();
  });
});
