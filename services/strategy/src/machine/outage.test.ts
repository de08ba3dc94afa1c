import type { Event, EventByKind, Order } from "@bowline/contracts";
import { shares, us } from "@bowline/kernel";
import { aClock, aQuote, aSignal, at } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import {
  aDesk,
  aMachine,
  anOpenPosition,
  bracketOf,
  fileWith,
  fillOf,
  minute,
  ready,
  says,
} from "../testing/scenario.ts";

type Desk = ReturnType<typeof aDesk>;
type Outside = ReturnType<Desk["tell"]>;

const fileFor = (policy: string): string => fileWith("", `predictions: { ${policy} }`);

/** 222 shares of AAPL, bought on the only prediction. */
function holding(policy: string) {
  const desk = aDesk(aMachine(fileFor(policy)));
  desk.tell(aSignal({ predictionId: "p0", symbol: "MSFT", validUntilUs: at(200) }));
  const order = anOpenPosition(desk);
  return { desk, order };
}

const tick = (second: number, microseconds = 0): Event => aClock({ nowUs: us(at(second) + microseconds) });
const alerts = ({ emitted }: Outside) => emitted.filter((event) => event.kind === "control.alert");
/** When the prediction that led to the position ceases to count. */
const END = 300;

describe("the boundary", () => {
  test.each([
    ["at the last microsecond", tick(END, -1), 0],
    ["at the moment itself", tick(END), 1],
    ["at the first entry after a long time without any", tick(END + 600), 1],
  ])("nothing before the last prediction ceased to count: %s", (_, entry, count) => {
    const { desk } = holding("onOutage: flat, afterOpenMinutes: 0");
    const told = desk.tell(entry);
    expect([alerts(told).length, told.decisions.filter(({ rule }) => rule === "on-outage").length]).toEqual([
      count,
      count,
    ]);
  });

  test("a quote is an entry too", () => {
    const { desk } = holding("onOutage: flat, afterOpenMinutes: 0");
    desk.tell(tick(END, -1));
    const quote = { ...aQuote(), quoteUs: at(END) };
    expect(desk.tell(quote).cancels).toHaveLength(2);
    expect(desk.tell(tick(END)).cancels).toEqual([]);
  });

  test("a prediction that comes as the last one ends keeps the model alive", () => {
    const { desk } = holding("onOutage: flat, afterOpenMinutes: 0");
    const next = aSignal({ predictionId: "p9", symbol: "TSLA", validUntilUs: at(400) });
    expect(alerts(desk.tell(tick(END, -1), next, tick(END), tick(399)))).toEqual([]);
    expect(alerts(desk.tell(tick(400)))).toHaveLength(1);
  });

  test("predictions of another model do not, where one is named", () => {
    const { desk } = holding("onOutage: flat, model: demo, afterOpenMinutes: 0");
    const other = aSignal({ predictionId: "p9", model: "other", symbol: "TSLA", validUntilUs: at(900) });
    expect(alerts(desk.tell(other, tick(END)))).toHaveLength(1);
  });

  test("a model that takes its last prediction back is silent from then on", () => {
    const { desk } = holding("onOutage: flat, afterOpenMinutes: 0");
    const withdrawn: EventByKind<"signal.refused"> = {
      kind: "signal.refused",
      group: "tech",
      symbol: "AAPL",
      predictionId: "p1",
      reasons: [],
      raw: "",
      withdraws: true,
    };
    expect(alerts(desk.tell(tick(210), withdrawn))).toHaveLength(1);
  });

  test("after the open the model has time, and outside regular trading nothing is done", () => {
    const { desk } = holding("onOutage: flat, afterOpenMinutes: 10");
    expect(alerts(desk.tell(tick(END), tick(599)))).toEqual([]);
    expect(alerts(desk.tell(tick(600)))).toHaveLength(1);
    const night = holding("onOutage: flat, afterOpenMinutes: 0").desk;
    const closed = [END - 60, END, END + 60].map((second) => aClock({ nowUs: at(second), phase: "POST" }));
    expect(alerts(night.tell(...closed))).toEqual([]);
  });

  test("without any prediction so far nothing is entered, and nothing closed", () => {
    const desk = aDesk(
      aMachine(
        fileFor("onOutage: flat, afterOpenMinutes: 0")
          .replace("on: prediction", "on: clock")
          .replace("order: market", "direction: LONG\n        order: market"),
      ),
    );
    const told = desk.tell(...ready(), minute(9));
    expect([alerts(told), told.intents]).toEqual([[], []]);
    expect(told.decisions.at(-1)).toMatchObject({ rule: "enter" });
    expect(told.decisions.map(({ firstBlocker }) => firstBlocker)).toContain("predictions");
  });
});

describe("hold", () => {
  test("leaves the position as it is", () => {
    const { desk } = holding("onOutage: hold, afterOpenMinutes: 0");
    const told = desk.tell(tick(END), minute(6), minute(30));
    expect([told.cancels, told.changes, told.intents, alerts(told).length]).toEqual([[], [], [], 1]);
  });
});

describe("flat", () => {
  test("closes the position once, by the usual exit, also after a restart", () => {
    const { desk, order } = holding("onOutage: flat, afterOpenMinutes: 0");
    const { stopClOrdId, targetClOrdId } = bracketOf(order);
    const told = desk.tell(tick(END));
    expect(told.cancels).toEqual([stopClOrdId, targetClOrdId]);
    expect(told.decisions).toMatchObject([{ rule: "on-outage", triggerKey: `outage:${at(END)}`, outcome: "FIRED" }]);
    desk.machine.restore(desk.machine.snapshot());
    const [exit] = desk.tell(says.canceled(stopClOrdId), says.canceled(targetClOrdId)).intents as [Order];
    expect(exit).toMatchObject({ rule: "on-outage", orderQty: order.orderQty, purpose: "EXIT" });
    expect(exit.clOrdId).toBe(told.decisions[0]?.clOrdId);
    expect(desk.tell(says.approved(exit), fillOf(exit, exit.orderQty), minute(9)).intents).toEqual([]);
  });

  test("a closing order that is lost is not followed by another of the same outage", () => {
    const { desk, order } = holding("onOutage: flat, afterOpenMinutes: 0");
    const { stopClOrdId, targetClOrdId } = bracketOf(order);
    const [exit] = desk.tell(tick(END), says.canceled(stopClOrdId), says.canceled(targetClOrdId)).intents as [Order];
    expect(desk.tell(says.lost(exit.clOrdId), minute(6), minute(7)).intents).toEqual([]);
  });
});

describe("reduce", () => {
  test.each([
    ["", 111],
    [", reducePercent: 10", 200],
  ])("closes its part once an outage%s", (more, left) => {
    const { desk } = holding(`onOutage: reduce, afterOpenMinutes: 0${more}`);
    const told = desk.tell(tick(END));
    expect(told.changes.map(({ orderQty }) => orderQty)).toEqual([shares(left), shares(left)]);
    desk.machine.restore(desk.machine.snapshot());
    const [part] = desk.tell(...told.changes.map((one) => says.replaced(one))).intents as [Order];
    expect(part).toMatchObject({ rule: "on-outage", orderQty: shares(222 - left) });
    desk.tell(says.approved(part), fillOf(part, part.orderQty));
    expect(desk.tell(minute(6), minute(15)).changes).toEqual([]);
  });

  test("again where the model came back and fell silent once more", () => {
    const { desk } = holding("onOutage: reduce, afterOpenMinutes: 0");
    const [part] = desk.tell(...desk.tell(tick(END)).changes.map((one) => says.replaced(one))).intents as [Order];
    desk.tell(says.approved(part), fillOf(part, part.orderQty));
    expect(desk.tell(aSignal({ predictionId: "p5", validUntilUs: at(600) }), tick(599)).changes).toEqual([]);
    expect(desk.tell(tick(600)).changes.map(({ orderQty }) => orderQty)).toEqual([shares(56), shares(56)]);
  });

  test("waits for an entry that still works, whose cancel it asks for", () => {
    const desk = aDesk(
      aMachine(
        fileFor("onOutage: reduce, afterOpenMinutes: 0").replace(
          "order: market",
          "order: market\n        cancelAfterMinutes: 60",
        ),
      ),
    );
    const order = desk.tell(...ready(), aSignal()).intents[0]!;
    const { stopClOrdId, targetClOrdId } = bracketOf(order);
    desk.tell(
      ...[order.clOrdId, stopClOrdId, targetClOrdId].map((id) => says.submitted(id)),
      fillOf(order, shares(50)),
    );
    const told = desk.tell(tick(END));
    expect([told.cancels, told.changes]).toEqual([[order.clOrdId], []]);
    const { changes } = desk.tell(says.canceled(order.clOrdId, shares(50)));
    expect(changes[0]?.orderQty).toBe(shares(25));
  });

  test("is not done where the part is no whole share, and says so", () => {
    const desk = aDesk(aMachine(fileFor("onOutage: reduce, afterOpenMinutes: 0").replace("shares: 222", "shares: 1")));
    anOpenPosition(desk);
    const told = desk.tell(tick(END));
    expect([told.changes, told.intents]).toEqual([[], []]);
    expect(told.decisions).toMatchObject([{ rule: "on-outage", outcome: "BLOCKED", firstBlocker: "reduce.shares" }]);
  });
});
