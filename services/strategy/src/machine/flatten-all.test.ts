import type { Event, Order } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { aClock, aSignal, at } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import { aDesk, aMachine, anAccount, bracketOf, fileWith, fillOf, minute, ready, says } from "../testing/scenario.ts";

const FLATTEN = `
  - id: out
    on: { clock: "09:33" }
    do: { flattenAll: {} }`;

const asMsft = <E extends Event>(event: E): E => JSON.parse(JSON.stringify(event).replaceAll("AAPL", "MSFT")) as E;
const both = (events: readonly Event[]): readonly Event[] => events.flatMap((event) => [event, asMsft(event)]);

/** AAPL and MSFT are asked for; the entry of each is filled where `filled` says so. */
function entered(...filled: readonly string[]) {
  const desk = aDesk(aMachine(fileWith(FLATTEN)));
  desk.tell(...both(ready()), anAccount());
  const signal = aSignal();
  const { intents } = desk.tell(signal, asMsft({ ...signal, predictionId: "p2" }));
  for (const order of intents) {
    const { stopClOrdId, targetClOrdId } = bracketOf(order);
    const told = [
      says.approved(order),
      ...[order.clOrdId, stopClOrdId, targetClOrdId].map((id) => says.submitted(id)),
      ...(filled.includes(order.symbol) ? [fillOf(order, order.orderQty)] : []),
    ];
    desk.tell(...(order.symbol === "MSFT" ? told.map(asMsft) : told));
  }
  return { desk, aapl: intents[0] as Order, msft: intents[1] as Order };
}

const legsOf = (order: Order): string[] => [bracketOf(order).stopClOrdId, bracketOf(order).targetClOrdId];

describe("flattenAll", () => {
  test("begins one exit of each symbol, once", () => {
    const { desk, aapl, msft } = entered("AAPL", "MSFT");
    const fired = desk.tell(minute(3));
    expect(fired.cancels).toEqual([...legsOf(aapl), ...legsOf(msft)]);
    expect(fired.decisions.filter(({ rule }) => rule === "out").map(({ firstBlocker }) => firstBlocker)).toEqual([
      "",
      "flattenAll.open",
    ]);
    const exits = desk.tell(
      ...legsOf(aapl).map((id) => says.canceled(id)),
      ...legsOf(msft).map((id) => asMsft(says.canceled(id))),
    ).intents;
    expect(exits).toMatchObject([
      { symbol: "AAPL", side: "SELL", orderQty: shares(222), purpose: "EXIT", triggerKey: "clock:2013-10-04:3" },
      { symbol: "MSFT", side: "SELL", orderQty: shares(222), purpose: "EXIT", triggerKey: "clock:2013-10-04:3" },
    ]);
    expect(exits[0]?.clOrdId).not.toBe(exits[1]?.clOrdId);
    expect(desk.tell(minute(3)).emitted).toEqual([]);
  });

  test("cancels an entry that works, and closes nothing where it brought nothing", () => {
    const { desk, msft } = entered("AAPL");
    expect(desk.tell(minute(3)).cancels).toContain(msft.clOrdId);
    const rest = [msft.clOrdId, ...legsOf(msft)].map((id) => asMsft(says.canceled(id)));
    expect(desk.tell(...rest, minute(4)).intents).toEqual([]);
  });

  test("is blocked where nothing is open", () => {
    const desk = aDesk(aMachine(fileWith(FLATTEN)));
    desk.tell(...both(ready()));
    expect(desk.tell(minute(3)).decisions.map(({ firstBlocker }) => firstBlocker)).toEqual([
      "flattenAll.open",
      "flattenAll.open",
    ]);
  });

  test.each(["denied", "rejected"] as const)(
    "tries again in the next minute what is %s, and not what is lost",
    (end) => {
      const { desk, aapl, msft } = entered("AAPL", "MSFT");
      desk.tell(minute(3));
      const [one, other] = desk.tell(
        ...legsOf(aapl).map((id) => says.canceled(id)),
        ...legsOf(msft).map((id) => asMsft(says.canceled(id))),
      ).intents as [Order, Order];
      desk.tell(end === "denied" ? says.denied(one) : says.rejected(one.clOrdId), asMsft(says.lost(other.clOrdId)));
      expect(desk.tell(aClock({ nowUs: at(185) })).intents).toEqual([]);
      expect(desk.tell(minute(4)).intents.map(({ symbol }) => symbol)).toEqual(["AAPL"]);
    },
  );
});
