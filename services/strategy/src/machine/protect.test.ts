import type { Event, Order } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { aSignal, dollars } from "@bowline/testkit";
import { describe, expect, it, test } from "vitest";
import { aDesk, aMachine, anOpenPosition, bracketOf, fileWith, fillOf, minute, says } from "../testing/scenario.ts";

const AGAIN = `
  - id: protect
    on: clock
    when: session.minutes_since_open != 6
    do: { oco: { stop: 99.0, target: 101.0 } }
  - id: leave-late
    on: clock
    when: session.minutes_since_open == 6
    do: { exit: {} }`;

/** A position whose bracket was canceled for an exit, which was then lost: nobody closes it, and nothing protects it. */
function naked() {
  const desk = aDesk(aMachine(fileWith(AGAIN)));
  const order = anOpenPosition(desk);
  const { stopClOrdId, targetClOrdId } = bracketOf(order);
  desk.tell(aSignal({ predictionId: "p2", direction: "SHORT" }));
  const [exit] = desk.tell(says.canceled(stopClOrdId), says.canceled(targetClOrdId)).intents as [Order];
  desk.tell(says.lost(exit.clOrdId));
  return { desk, order };
}

/** The stop is wanted. */
function asked() {
  const { desk, order } = naked();
  const { intents } = desk.tell(minute(2));
  return { desk, order, intents, stop: intents[0] as Order };
}

/** The stop works, and the target is wanted. */
function working() {
  const { desk, stop } = asked();
  const { intents } = desk.tell(says.approved(stop), says.submitted(stop.clOrdId), says.accepted(stop.clOrdId));
  return { desk, stop, intents, target: intents[0] as Order };
}

test("the stop is wanted first, over the whole position, and once", () => {
  const { desk, order, intents } = asked();
  expect(intents).toMatchObject([
    {
      side: "SELL",
      ordType: "STP",
      stopPx: dollars("99"),
      orderQty: order.orderQty,
      purpose: "EXIT",
      timeInForce: "GTC",
    },
  ]);
  expect(desk.tell(minute(3)).intents).toEqual([]);
});

test("the target follows once the stop works, in the same group", () => {
  const { desk, stop, intents } = working();
  expect(intents).toMatchObject([
    {
      ordType: "LMT",
      lmtPx: dollars("101"),
      orderQty: stop.orderQty,
      ocaGroup: stop.ocaGroup,
      ocaType: "REDUCE_WITH_BLOCK",
    },
  ]);
  expect(desk.tell(minute(3)).intents).toEqual([]);
});

test.each(["denied", "rejected", "lapsed", "lost"] as const)(
  "a stop that is %s leaves no target, and is wanted anew",
  (end) => {
    const { desk, stop } = asked();
    desk.tell(end === "denied" ? says.denied(stop) : says[end](stop.clOrdId));
    const { intents } = desk.tell(minute(3));
    expect(intents).toMatchObject([{ ordType: "STP" }]);
    expect(intents[0]?.clOrdId).not.toBe(stop.clOrdId);
  },
);

test("a target that is denied leaves the stop in force", () => {
  const { desk, target } = working();
  expect(desk.tell(says.denied(target), minute(3)).emitted.filter(({ kind }) => kind !== "decision")).toEqual([]);
});

test("from then on the position is protected or flat", () => {
  const { desk, stop, target } = working();
  const { intents } = desk.tell(says.canceled(target.clOrdId), says.canceled(stop.clOrdId));
  expect(intents).toMatchObject([{ ordType: "MKT", purpose: "EXIT", orderQty: stop.orderQty }]);
});

test("a stop that fills in part before its target leaves that the rest", () => {
  const { desk, stop } = asked();
  desk.tell(says.approved(stop), says.submitted(stop.clOrdId), fillOf(stop, shares(22)));
  const { intents } = desk.tell(says.accepted(stop.clOrdId));
  expect(intents).toMatchObject([{ ordType: "LMT", orderQty: shares(200) }]);
});

test("an exit takes both away before it closes the position", () => {
  const { desk, stop } = asked();
  desk.tell(says.approved(stop), says.submitted(stop.clOrdId));
  expect(desk.tell(minute(6)).cancels).toEqual([stop.clOrdId]);
  expect(desk.tell(says.canceled(stop.clOrdId)).intents).toMatchObject([{ ordType: "MKT", orderQty: stop.orderQty }]);
});

describe("a stop that the gate placed again", () => {
  /** The bracket of a position is gone and the exit that followed was denied; the gate's stop works. */
  function protectedByGate() {
    const desk = aDesk(aMachine());
    const order = anOpenPosition(desk);
    const { stopClOrdId, targetClOrdId } = bracketOf(order);
    const [exit] = desk.tell(says.canceled(targetClOrdId), says.canceled(stopClOrdId)).intents as [Order];
    const stop: Order = {
      ...exit,
      clOrdId: "PROTECT0000000000001",
      rule: "protect",
      ordType: "STP",
      stopPx: dollars("99"),
      timeInForce: "GTC",
    };
    const approved = { ...says.approved(stop), protects: order.clOrdId } as Event;
    const meanwhile = desk.tell(says.denied(exit), approved, says.submitted(stop.clOrdId), says.accepted(stop.clOrdId));
    return { desk, exit, stop, meanwhile };
  }

  it("stays while the exit that was denied waits, and goes before the next one, so that both cannot fill", () => {
    const { desk, stop, exit, meanwhile } = protectedByGate();
    expect([meanwhile.cancels, meanwhile.intents]).toEqual([[], []]);
    const next = desk.tell(minute(5));
    expect([next.cancels, next.intents]).toEqual([[stop.clOrdId], []]);
    const { intents } = desk.tell(says.canceled(stop.clOrdId));
    expect(intents).toMatchObject([{ ordType: "MKT", purpose: "EXIT", orderQty: exit.orderQty }]);
  });

  it("closes the position where it fills: no exit follows", () => {
    const { desk, stop } = protectedByGate();
    expect(desk.tell(fillOf(stop, stop.orderQty), minute(5)).intents).toEqual([]);
  });

  it("of another strategy is none of ours", () => {
    const desk = aDesk(aMachine());
    const order = anOpenPosition(desk);
    const theirs = { ...order, clOrdId: "PROTECT0000000000002", strategy: "other" };
    desk.tell({ ...says.approved(theirs), protects: order.clOrdId } as Event, says.submitted(theirs.clOrdId));
    const { cancels } = desk.tell(aSignal({ predictionId: "p2", direction: "SHORT" }));
    expect(cancels).not.toContain(theirs.clOrdId);
  });
});
