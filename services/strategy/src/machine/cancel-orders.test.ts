import { shares } from "@bowline/kernel";
import { aClock, aSignal, at } from "@bowline/testkit";
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

const CANCEL = `
  - id: stop-it
    on: { every: 1 }
    when: session.minutes_since_open >= 2
    do: { cancelOrders: {} }`;

function entering() {
  const desk = aDesk(
    aMachine(fileWith(CANCEL).replace("order: market", "order: market\n        cancelAfterMinutes: 60")),
  );
  const order = desk.tell(...ready(), aSignal()).intents[0]!;
  return { desk, order, ...bracketOf(order) };
}

describe("cancelOrders", () => {
  test("cancels an entry that works, once a minute, until it is gone", () => {
    const { desk, order } = entering();
    desk.tell(says.approved(order), says.submitted(order.clOrdId), says.accepted(order.clOrdId));
    expect(desk.tell(minute(2)).cancels).toEqual([order.clOrdId]);
    expect(desk.tell(minute(2), aClock({ nowUs: at(130) })).cancels).toEqual([]);
    expect(desk.tell(minute(3)).cancels).toEqual([order.clOrdId]);
    desk.tell(says.canceled(order.clOrdId));
    expect(desk.tell(minute(4)).decisions.at(0)).toMatchObject({
      rule: "stop-it",
      firstBlocker: "cancelOrders.entries",
    });
  });

  test("cancels one that the gate has not answered as soon as it is sent", () => {
    const { desk, order } = entering();
    expect(desk.tell(minute(2)).cancels).toEqual([]);
    expect(desk.tell(says.approved(order)).cancels).toEqual([]);
    expect(desk.tell(says.submitted(order.clOrdId)).cancels).toEqual([order.clOrdId]);
  });

  test("leaves nothing behind where the gate denies it", () => {
    const { desk, order } = entering();
    expect(desk.tell(minute(2), says.denied(order), minute(3)).cancels).toEqual([]);
  });

  test("leaves stop and target of what was filled before", () => {
    const { desk, order, stopClOrdId, targetClOrdId } = entering();
    desk.tell(
      ...[order.clOrdId, stopClOrdId, targetClOrdId].map((id) => says.submitted(id)),
      fillOf(order, shares(50)),
    );
    expect(desk.tell(minute(2)).cancels).toEqual([order.clOrdId]);
    expect(desk.tell(says.canceled(order.clOrdId, shares(50)), minute(3)).cancels).toEqual([]);
  });

  test("does nothing to an open position", () => {
    const desk = aDesk(aMachine(fileWith(CANCEL)));
    anOpenPosition(desk);
    const { cancels, decisions } = desk.tell(minute(2));
    expect([cancels, decisions[0]?.firstBlocker]).toEqual([[], "cancelOrders.entries"]);
  });
});
