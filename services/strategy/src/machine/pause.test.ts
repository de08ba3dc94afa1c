import type { Event } from "@bowline/contracts";
import { aClock, aSignal, at } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import { aDesk, aMachine, anOpenPosition, fileWith, minute, ready, says } from "../testing/scenario.ts";

const pausing = (scope: string): string =>
  fileWith(`
  - id: rest
    on: { clock: "09:32" }
    do: { pause: { scope: ${scope}, minutes: 10 } }
  - id: leave
    on: { clock: "09:35" }
    do: { exit: {} }`);

const asMsft = (event: Event): Event => JSON.parse(JSON.stringify(event).replaceAll("AAPL", "MSFT")) as Event;
const readyBoth = (): readonly Event[] => ready().flatMap((event) => [event, asMsft(event)]);
const signal = (predictionId: string): Event => aSignal({ predictionId, validUntilUs: at(3600) });

type Desk = ReturnType<typeof aDesk>;

/** What blocks an entry in a symbol; empty where it is sent, and then denied so that nothing is left of it. */
function entry(desk: Desk, event: Event): string {
  const { decisions, intents } = desk.tell(event);
  for (const order of intents) desk.tell(order.symbol === "AAPL" ? says.denied(order) : asMsft(says.denied(order)));
  return decisions.find(({ rule }) => rule === "enter")?.firstBlocker ?? "not asked";
}

describe("a pause of the symbols", () => {
  test("lets nothing in until its time is over, also after a restart; the record says how long", () => {
    const desk = aDesk(aMachine(pausing("symbol")));
    desk.tell(...readyBoth());
    expect(entry(desk, signal("p1"))).toBe("");
    const { decisions, emitted } = desk.tell(minute(2));
    expect(decisions).toMatchObject([
      { rule: "rest", outcome: "FIRED" },
      { rule: "rest", outcome: "FIRED" },
    ]);
    expect(emitted.filter(({ kind }) => kind === "control.pause")).toEqual([]);
    desk.machine.restore(desk.machine.snapshot());
    desk.tell(minute(6));
    const blocked = desk.tell(signal("p2")).decisions[0];
    expect(blocked?.leaves.find(({ name }) => name === "pause")).toMatchObject({ value: "360 s left, by rest" });
    desk.tell(aClock({ nowUs: at(719) }));
    expect(entry(desk, signal("p3"))).toBe("pause");
    desk.tell(minute(12));
    expect(entry(desk, signal("p4"))).toBe("");
  });

  test("lets a position be closed", () => {
    const desk = aDesk(aMachine(pausing("symbol")));
    anOpenPosition(desk);
    desk.tell(minute(2));
    expect(desk.tell(minute(5)).decisions).toMatchObject([{ rule: "leave", outcome: "FIRED" }, {}]);
  });

  test("is not made longer by a trigger that comes again", () => {
    const desk = aDesk(aMachine(pausing("symbol")));
    desk.tell(...ready(), minute(2), minute(2), minute(12));
    expect(entry(desk, signal("p1"))).toBe("");
  });
});

describe("a pause of the strategy", () => {
  const told = (untilSecond: number, strategy = "demo"): Event => ({
    kind: "control.pause",
    strategy,
    rule: "rest",
    untilUs: at(untilSecond),
  });

  test("is told to the other ticker groups", () => {
    const desk = aDesk(aMachine(pausing("strategy")));
    desk.tell(...readyBoth());
    const { emitted } = desk.tell(minute(2));
    expect(emitted.find(({ kind }) => kind === "control.pause")).toEqual(told(720));
    expect(entry(desk, asMsft(signal("p1")))).toBe("pause");
  });

  test("holds in every symbol where another group says so; a shorter one, or another strategy's, changes nothing", () => {
    const desk = aDesk(aMachine(pausing("strategy")));
    desk.tell(...readyBoth(), told(3600, "other"));
    expect(entry(desk, signal("p1"))).toBe("");
    desk.tell(told(600), told(300), aClock({ nowUs: at(599) }));
    expect([entry(desk, signal("p2")), entry(desk, asMsft(signal("p3")))]).toEqual(["pause", "pause"]);
  });
});
