import type { Event, EventByKind, Order } from "@bowline/contracts";
import { qty, shares } from "@bowline/kernel";
import { aClock, at } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import {
  aDesk,
  aMachine,
  anOpenPosition,
  bracketOf,
  fileWith,
  fillOf,
  minute,
  says,
  stopOf,
  targetOf,
} from "../testing/scenario.ts";

const HALF = `
  - id: half
    on: clock
    when: session.minutes_since_open == 2 || session.minutes_since_open == 9
    do: { reduce: { percent: 50 } }
  - id: leave
    on: clock
    when: session.minutes_since_open == 3
    do: { exit: {} }`;

type Desk = ReturnType<typeof aDesk>;
type Change = EventByKind<"order.replace-intent">;

/** 222 shares, of which a rule wants half sold at 09:32. */
function reducing(direction: "LONG" | "SHORT" = "LONG") {
  const desk = aDesk(aMachine(fileWith(HALF)));
  const order = anOpenPosition(desk, direction);
  const asked = desk.tell(minute(2));
  const [stop, target] = asked.changes as [Change, Change];
  return { desk, order, asked, stop, target };
}

const replaced = (desk: Desk, ...changes: readonly Change[]) => desk.tell(...changes.map((one) => says.replaced(one)));
const sold = (desk: Desk, ...changes: readonly Change[]): Order => replaced(desk, ...changes).intents[0] as Order;
const wanted = ({ intents, changes, cancels }: ReturnType<Desk["tell"]>) => [...intents, ...changes, ...cancels];
const again = (second: number): Event => aClock({ nowUs: at(second) });
const leaves = (changes: readonly Change[]) => changes.map(({ orderQty }) => orderQty);

describe("a reduction", () => {
  test("makes stop and target smaller, and sells the part once both are", () => {
    const { desk, order, asked, stop, target } = reducing();
    expect([asked.cancels, asked.intents]).toEqual([[], []]);
    expect([stop.clOrdId, target.clOrdId]).toEqual([bracketOf(order).stopClOrdId, bracketOf(order).targetClOrdId]);
    expect(leaves([stop, target])).toEqual([shares(111), shares(111)]);
    expect(replaced(desk, stop).emitted).toEqual([]);
    const { intents } = replaced(desk, target);
    expect(intents).toMatchObject([
      { side: "SELL", orderQty: shares(111), ordType: "MKT", purpose: "EXIT", rule: "half" },
    ]);
    expect(intents[0]?.clOrdId).toBe(asked.decisions.find(({ rule }) => rule === "half")?.clOrdId);
  });

  test("of a short position buys the part back", () => {
    const { desk, stop, target } = reducing("SHORT");
    expect(sold(desk, stop, target)).toMatchObject({ side: "BUY", orderQty: shares(111) });
  });

  test("says in its record what the gate answered to each change", () => {
    const { desk, stop, target } = reducing();
    const { decisions } = desk.tell(says.replaceApproved(stop), says.replaceDenied(target));
    expect(decisions).toMatchObject([
      { rule: "half", clOrdId: stop.clOrdId, verdict: { answer: "APPROVED" } },
      { rule: "half", clOrdId: target.clOrdId, verdict: { answer: "DENIED", reasons: [{ code: "TRADING_HALTED" }] } },
    ]);
  });

  test("is over when the part is sold: the rest is protected as it is, and can be reduced again", () => {
    const { desk, stop, target } = reducing();
    const part = sold(desk, stop, target);
    expect(wanted(desk.tell(says.approved(part), fillOf(part, part.orderQty)))).toEqual([]);
    const { changes } = desk.tell(minute(9));
    expect(leaves(changes)).toEqual([shares(56), shares(56)]);
  });

  test("is not begun twice, whatever is told again", () => {
    const { desk, stop, target } = reducing();
    expect(desk.tell(minute(2), again(125)).emitted).toEqual([]);
    const part = sold(desk, stop, target);
    expect(replaced(desk, stop, target).emitted).toEqual([]);
    const fill = fillOf(part, part.orderQty);
    expect(wanted(desk.tell(says.approved(part), fill, fill, says.replaced(stop)))).toEqual([]);
  });

  test("sells no more than is left where the stop fills in part meanwhile", () => {
    const { desk, order, stop, target } = reducing();
    desk.tell(fillOf(stopOf(order), shares(100)));
    desk.tell(says.replaced({ ...stop, orderQty: shares(211) }, {}, shares(100)));
    const { intents } = replaced(desk, target);
    expect(intents).toMatchObject([{ orderQty: shares(11) }]);
  });

  test("sells nothing where the target took more than the part meanwhile", () => {
    const { desk, order, stop, target } = reducing();
    desk.tell(fillOf(targetOf(order), shares(150)));
    expect(replaced(desk, stop, target).intents).toEqual([]);
  });

  test("is over where the stop fills", () => {
    const { desk, order, target } = reducing();
    expect(desk.tell(fillOf(stopOf(order), order.orderQty), says.canceled(target.clOrdId), minute(9)).intents).toEqual(
      [],
    );
  });

  test("gives way to an exit: what is left is closed, after the part", () => {
    const { desk, order, stop, target } = reducing();
    const part = sold(desk, stop, target);
    desk.tell(says.approved(part), says.submitted(part.clOrdId));
    const exit = desk.tell(minute(3));
    expect(exit.cancels).toEqual([stop.clOrdId, target.clOrdId]);
    expect(desk.tell(says.canceled(stop.clOrdId), says.canceled(target.clOrdId)).intents).toEqual([]);
    const { intents } = desk.tell(fillOf(part, part.orderQty));
    expect(intents).toMatchObject([{ rule: "leave", orderQty: qty(order.orderQty - part.orderQty) }]);
  });

  test("goes on after a restart at any moment as if there had been none", () => {
    const run = (restarts: boolean): string => {
      const { desk, stop, target } = reducing();
      const { machine } = desk;
      const restart = (): void => (restarts ? machine.restore(machine.snapshot()) : undefined);
      restart();
      replaced(desk, stop);
      restart();
      const part = sold(desk, target);
      restart();
      const { changes } = desk.tell(says.denied(part));
      restart();
      replaced(desk, ...changes);
      // Executions are numbered over all tests.
      return JSON.stringify([changes, machine.snapshot()]).replace(/"lastExecId":"e\d+"/, "");
    };
    expect(run(true)).toBe(run(false));
  });
});

describe("a part that could not be closed is protected again", () => {
  test.each(["denied", "lapsed", "rejected", "expired", "canceled", "lost"] as const)("when its order is %s", (end) => {
    const { desk, order, stop, target } = reducing();
    const part = sold(desk, stop, target);
    const told = desk.tell(end === "denied" ? says.denied(part) : says[end](part.clOrdId));
    expect(told.intents).toEqual([]);
    expect(leaves(told.changes)).toEqual([order.orderQty, order.orderQty]);
    expect(new Set([stop, target, ...told.changes].map(({ replaceId }) => replaceId)).size).toBe(4);
    expect(replaced(desk, ...told.changes).emitted).toEqual([]);
    expect(desk.tell(minute(9)).changes).toHaveLength(2);
  });

  test("for what is left, when it was filled in part", () => {
    const { desk, stop, target } = reducing();
    const part = sold(desk, stop, target);
    const told = desk.tell(
      says.submitted(part.clOrdId),
      fillOf(part, shares(11)),
      says.canceled(part.clOrdId, shares(11)),
    );
    expect(leaves(told.changes)).toEqual([shares(211), shares(211)]);
  });

  test("when the gate denies to make the target smaller: the stop grows again, and nothing is sold", () => {
    const { desk, order, stop, target } = reducing();
    replaced(desk, stop);
    const { changes, intents } = desk.tell(says.replaceDenied(target));
    expect([changes.map(({ clOrdId }) => clOrdId), leaves(changes), intents]).toEqual([
      [stop.clOrdId],
      [order.orderQty],
      [],
    ]);
  });

  test("when the broker refuses one change before it answers the other", () => {
    const { desk, order, stop, target } = reducing();
    expect(desk.tell(says.replaceRejected(target)).emitted).toEqual([]);
    const { changes } = replaced(desk, stop);
    expect(leaves(changes)).toEqual([order.orderQty]);
  });

  test("when a change has no answer within a minute", () => {
    const { desk, order, stop } = reducing();
    const { changes } = desk.tell(says.replaced(stop), minute(4));
    expect(leaves(changes)).toEqual([order.orderQty]);
  });

  test("and asked for again each minute where that is refused", () => {
    const { desk, order, stop, target } = reducing();
    const { changes } = desk.tell(says.denied(sold(desk, stop, target)));
    expect(wanted(desk.tell(...changes.map(says.replaceDenied), again(125)))).toEqual([]);
    expect(leaves(desk.tell(minute(4)).changes)).toEqual([order.orderQty, order.orderQty]);
  });
});
