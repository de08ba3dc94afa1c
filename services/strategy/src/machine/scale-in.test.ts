import type { Order } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { describe, expect, test } from "vitest";
import {
  aDesk,
  aMachine,
  anOpenPosition,
  bracketOf,
  fileWith,
  fillOf,
  fillUp,
  minute,
  says,
  stopOf,
  targetOf,
} from "../testing/scenario.ts";

const MORE = `
  - id: more
    on: { every: 1 }
    when: session.minutes_since_open >= 2 && session.minutes_since_open < 9
    do:
      scaleIn:
        order: market
        bracket: { stopAtr: 2, targetAtr: 3 }
        size: { quantity: { shares: 100 } }
        maxCount: 2
        maxShares: 400
  - id: half
    on: clock
    when: session.minutes_since_open == 9
    do: { reduce: { percent: 50 } }
  - id: leave
    on: clock
    when: session.minutes_since_open == 10
    do: { exit: {} }`;

type Desk = ReturnType<typeof aDesk>;

/** 222 shares, to which a rule adds 100 at 09:32. */
function growing() {
  const desk = aDesk(aMachine(fileWith(MORE)));
  const first = anOpenPosition(desk);
  const { intents, decisions } = desk.tell(minute(2));
  return { desk, first, second: intents[0] as Order, decisions };
}

const blockerOf = (desk: Desk, number: number) => desk.tell(minute(number)).decisions[0]?.firstBlocker;

describe("scaling in", () => {
  test("adds an entry with a bracket of its own, and leaves the other as it is", () => {
    const { first, second, decisions, desk } = growing();
    expect(second).toMatchObject({ side: "BUY", orderQty: shares(100), purpose: "ENTRY", rule: "more" });
    expect(bracketOf(second).stopClOrdId).not.toBe(bracketOf(first).stopClOrdId);
    expect(decisions[0]).toMatchObject({ rule: "more", outcome: "FIRED", clOrdId: second.clOrdId });
    expect(desk.tell(minute(2)).emitted).toEqual([]);
  });

  test("waits while one works, and ends at its count and at the greatest position", () => {
    const { desk, second } = growing();
    expect(blockerOf(desk, 3)).toBe("scaleIn.entries");
    fillUp(desk, second);
    const [third] = desk.tell(minute(4)).intents as [Order];
    expect(third.orderQty).toBe(shares(78));
    fillUp(desk, third);
    expect(blockerOf(desk, 5)).toBe("scaleIn.count");
  });

  test("counts anew in the next position", () => {
    const { desk, first, second } = growing();
    fillUp(desk, second);
    for (const order of [first, second])
      desk.tell(fillOf(stopOf(order), order.orderQty), says.canceled(bracketOf(order).targetClOrdId));
    expect(desk.machine.snapshot()).toMatchObject({ symbols: [{ quantity: 0, orders: [], scaledIn: 0 }, {}] });
  });

  test.each(["denied", "lapsed", "rejected", "lost"] as const)(
    "leaves the position protected as it was when it is %s",
    (end) => {
      const { desk, first, second } = growing();
      const told = desk.tell(end === "denied" ? says.denied(second) : says[end](second.clOrdId));
      expect([told.intents, told.cancels]).toEqual([[], []]);
      const { symbols } = desk.machine.snapshot() as { symbols: { orders: { clOrdId: string }[] }[] };
      const { stopClOrdId, targetClOrdId } = bracketOf(first);
      expect(symbols[0]?.orders.map(({ clOrdId }) => clOrdId)).toEqual([stopClOrdId, targetClOrdId]);
    },
  );
});

describe("what has grown", () => {
  const grown = () => {
    const made = growing();
    fillUp(made.desk, made.second);
    return made;
  };
  const idsOf = (order: Order): string[] => [bracketOf(order).stopClOrdId, bracketOf(order).targetClOrdId];

  test("is closed as one, after all its stops and targets", () => {
    const { desk, first, second } = grown();
    const { cancels } = desk.tell(minute(10));
    expect(cancels).toEqual([...idsOf(first), ...idsOf(second)]);
    const { intents } = desk.tell(...cancels.map((id) => says.canceled(id)));
    expect(intents).toMatchObject([{ orderQty: shares(322), purpose: "EXIT" }]);
  });

  test("is closed where the bracket of a part is gone and that of another works", () => {
    const { desk, first, second } = grown();
    expect(desk.tell(says.canceled(bracketOf(second).stopClOrdId)).cancels).toEqual([]);
    expect(desk.tell(says.canceled(bracketOf(second).targetClOrdId)).cancels).toEqual(idsOf(first));
  });

  test("keeps the rest where the target of a part fills", () => {
    const { desk, second } = grown();
    const told = desk.tell(says.canceled(bracketOf(second).stopClOrdId), fillOf(targetOf(second), second.orderQty));
    expect([told.cancels, told.intents]).toEqual([[], []]);
  });

  test("is reduced from what was added last: its bracket goes first", () => {
    const { desk, first, second } = grown();
    const told = desk.tell(minute(9));
    expect(told.changes.map(({ clOrdId, orderQty }) => [clOrdId, orderQty])).toEqual(
      idsOf(first).map((id) => [id, shares(161)]),
    );
    expect(told.cancels).toEqual(idsOf(second));
    const { intents } = desk.tell(
      ...told.changes.map((one) => says.replaced(one)),
      ...told.cancels.map((id) => says.canceled(id)),
    );
    expect(intents).toMatchObject([{ orderQty: shares(161), purpose: "EXIT" }]);
    expect(desk.tell(says.approved(intents[0]!), fillOf(intents[0]!, shares(161))).cancels).toEqual([]);
  });
});
