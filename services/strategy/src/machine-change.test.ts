import type { EventByKind, Machine } from "@bowline/contracts";
import { aClock, aSignal, at, dollars } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import {
  STRATEGY_YAML,
  aDesk,
  aMachine,
  aVersion,
  anOpenPosition,
  bracketOf,
  fillOf,
  minute,
  ready,
  says,
  stopOf,
} from "./testing/scenario.ts";

const MOVES = `${STRATEGY_YAML}
  - id: tighten
    on: clock
    when: position.open
    do: { setStop: { price: 99.8 } }
  - id: ask-less
    on: clock
    when: position.open && session.minutes_since_open >= 5
    do: { setTarget: { price: 100.2 } }
`;

const opened = () => {
  const desk = aDesk(aMachine(MOVES));
  const order = anOpenPosition(desk);
  return { desk, order, ...bracketOf(order) };
};
type Change = EventByKind<"order.replace-intent">;

describe("a change of a protective order", () => {
  test("is asked of the gate with all that the order is to become, and says how it was found", () => {
    const { desk, stopClOrdId } = opened();
    const { changes, decisions } = desk.tell(minute(2));
    expect(changes).toMatchObject([
      { clOrdId: stopClOrdId, stopPx: dollars("99.8"), rule: "tighten", reason: "setStop", expiresUs: at(122) },
    ]);
    expect(changes[0]).not.toHaveProperty("orderQty");
    expect(decisions.find(({ rule }) => rule === "tighten")).toMatchObject({
      outcome: "FIRED",
      clOrdId: stopClOrdId,
      sizing: [
        { key: "price", value: "99.8" },
        { key: "stopPx", value: "99.8" },
      ],
    });
  });

  test("that was made is not asked for again: the stop stands there now", () => {
    const { desk, order } = opened();
    const [change] = desk.tell(minute(2)).changes as [Change];
    desk.tell(says.replaced(change, order));
    const { changes, decisions } = desk.tell(minute(3));
    expect(changes).toEqual([]);
    expect(decisions).toMatchObject([{ rule: "tighten", firstBlocker: "setStop.nearer" }]);
  });

  test("is asked for once while it has no answer", () => {
    const { desk } = opened();
    expect(desk.tell(minute(2)).changes).toHaveLength(1);
    const again = desk.tell(minute(3), minute(4));
    expect(again.changes).toEqual([]);
    expect(again.decisions).toMatchObject([{ rule: "tighten", firstBlocker: "setStop.change" }]);
  });

  test.each(["replaceDenied", "replaceRejected"] as const)(
    "that is refused (%s) leaves the stop where it stands, and may be asked for again under another id",
    (answer) => {
      const { desk, stopClOrdId } = opened();
      const [change] = desk.tell(minute(2)).changes as [Change];
      desk.tell(says[answer](change));
      const [again] = desk.tell(minute(3)).changes as [Change];
      expect(again).toMatchObject({ clOrdId: stopClOrdId, stopPx: dollars("99.8") });
      expect(again.replaceId).not.toBe(change.replaceId);
    },
  );

  test("is not answered by the answer to another", () => {
    const { desk } = opened();
    const [change] = desk.tell(minute(2)).changes as [Change];
    desk.tell(says.replaceDenied({ ...change, replaceId: "other" }));
    expect(desk.tell(minute(3)).changes).toEqual([]);
  });

  test("has the same id in every run", () => {
    const idOf = () => opened().desk.tell(minute(2)).changes[0]?.replaceId;
    expect(idOf()).toBe(idOf());
  });

  test("survives a restart: what has no answer is still not asked again", () => {
    const { desk, order } = opened();
    const [change] = desk.tell(minute(2)).changes as [Change];
    const restarted = aMachine(MOVES);
    restarted.restore(desk.machine.snapshot());
    const later = aDesk(restarted);
    expect(later.tell(minute(3)).changes).toEqual([]);
    later.tell(says.replaced(change, order));
    expect(later.tell(minute(4)).decisions).toMatchObject([{ firstBlocker: "setStop.nearer" }]);
  });
});

describe("when the gate answers a change", () => {
  const asked = () => {
    const { desk, stopClOrdId } = opened();
    const { changes, decisions } = desk.tell(minute(2));
    return {
      desk,
      stopClOrdId,
      change: changes[0] as Change,
      record: decisions.find(({ rule }) => rule === "tighten"),
    };
  };

  test("an approval comes with the record of the firing, once", () => {
    const { desk, stopClOrdId, change, record } = asked();
    expect(desk.tell(says.replaceApproved(change)).decisions).toEqual([
      { ...record, clOrdId: stopClOrdId, verdict: { answer: "APPROVED", reasons: [] } },
    ]);
    expect(desk.tell(says.replaceApproved(change), says.replaceRejected(change)).decisions).toEqual([]);
  });

  test("a denial comes with its reasons, also where the order is over meanwhile or the rule is gone", () => {
    const denied = [{ rule: "tighten", verdict: { answer: "DENIED", reasons: [{ code: "TRADING_HALTED" }] } }];
    const { desk, change } = asked();
    expect(desk.tell(says.replaceDenied(change)).decisions).toMatchObject(denied);
    const over = asked();
    over.desk.tell(says.canceled(over.stopClOrdId));
    expect(over.desk.tell(says.replaceDenied(over.change)).decisions).toMatchObject(denied);
    const gone = asked();
    gone.desk.tell(aVersion(STRATEGY_YAML));
    expect(gone.desk.tell(says.replaceDenied(gone.change)).decisions).toMatchObject(denied);
  });

  test("nothing is said of a change that a person asked for", () => {
    const { desk, change } = asked();
    expect(desk.tell(says.replaceApproved({ ...change, replaceId: "by-hand" })).decisions).toEqual([]);
  });

  test("nothing is remembered of it afterwards, whatever the broker says", () => {
    for (const answer of ["replaceApproved", "replaceDenied"] as const) {
      const { desk, change } = asked();
      expect(JSON.stringify(unansweredOf(desk.machine))).toContain(change.replaceId);
      desk.tell(says[answer](change));
      expect(unansweredOf(desk.machine)).toEqual({});
    }
  });
});

const unansweredOf = (machine: Machine) =>
  (machine.snapshot() as { symbols: { symbol: string; unanswered: object }[] }).symbols.find(
    ({ symbol }) => symbol === "AAPL",
  )?.unanswered;

describe("nothing is changed", () => {
  test("of a stop that is in doubt, that is lost, or whose end is asked for", () => {
    const inDoubt = opened();
    inDoubt.desk.tell(says.unknown(inDoubt.stopClOrdId));
    const { decisions } = inDoubt.desk.tell(minute(2));
    expect(decisions.find(({ rule }) => rule === "tighten")).toMatchObject({ firstBlocker: "setStop.stop" });
    inDoubt.desk.tell(says.resolved(inDoubt.stopClOrdId));
    expect(inDoubt.desk.tell(minute(3)).changes).toHaveLength(1);

    const lost = opened();
    lost.desk.tell(says.lost(lost.stopClOrdId));
    expect(lost.desk.tell(minute(2)).changes).toEqual([]);
  });

  test("beside an exit, whose cancels were asked for", () => {
    const { desk } = opened();
    desk.tell(aSignal({ predictionId: "p2", direction: "SHORT" }));
    expect(desk.tell(minute(2)).changes).toEqual([]);
  });

  test("once the stop closed the position, whatever the change came to", () => {
    const { desk, order } = opened();
    const [change] = desk.tell(minute(2)).changes as [Change];
    desk.tell(fillOf(stopOf(order), order.orderQty), says.replaceRejected(change));
    expect(desk.tell(minute(3)).changes).toEqual([]);
  });
});

test("stop and target are changed beside one another", () => {
  const { desk, targetClOrdId, stopClOrdId } = opened();
  expect(desk.tell(minute(5)).changes).toMatchObject([
    { clOrdId: targetClOrdId, lmtPx: dollars("100.2") },
    { clOrdId: stopClOrdId, stopPx: dollars("99.8") },
  ]);
});

describe("a working entry", () => {
  const REPRICE = `${STRATEGY_YAML}
  - id: better
    on: clock
    do: { replace: { price: 100.02 } }
`;
  const entering = () => {
    const desk = aDesk(aMachine(REPRICE));
    const order = desk.tell(...ready(), aSignal()).intents[0]!;
    const { stopClOrdId, targetClOrdId } = bracketOf(order);
    const legs = [order.clOrdId, stopClOrdId, targetClOrdId];
    desk.tell(says.approved(order), ...legs.flatMap((clOrdId) => [says.submitted(clOrdId), says.accepted(clOrdId)]));
    return { desk, order };
  };

  test("is given another limit through the gate, once", () => {
    const { desk, order } = entering();
    const { changes } = desk.tell(minute(2));
    expect(changes).toMatchObject([{ clOrdId: order.clOrdId, lmtPx: dollars("100.02"), rule: "better" }]);
    expect(desk.tell(aClock({ nowUs: at(125) })).changes).toEqual([]);
    desk.tell(...changes.map((change) => says.replaced(change)));
    expect(desk.tell(aClock({ nowUs: at(130) })).changes).toEqual([]);
  });

  test("that fills first is not given another limit any more", () => {
    const { desk, order } = entering();
    desk.tell(fillOf(order, order.orderQty));
    expect(desk.tell(minute(2)).changes).toEqual([]);
  });
});
