import type { Event } from "@bowline/contracts";
import { qty, shares } from "@bowline/kernel";
import { aClock, aSignal, at } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import {
  ACCOUNT,
  aDesk,
  aMachine,
  anOpenPosition,
  bracketOf,
  fillOf,
  minute,
  ready,
  says,
  stopOf,
  targetOf,
} from "./testing/scenario.ts";

const opposite = aSignal({ predictionId: "p2", direction: "SHORT" });

describe("an exit", () => {
  test("cancels stop and target first, and closes at the market once both are confirmed gone", () => {
    const desk = aDesk();
    const order = anOpenPosition(desk);
    const { stopClOrdId, targetClOrdId } = bracketOf(order);
    const asked = desk.tell(opposite);
    expect(asked.cancels).toEqual([stopClOrdId, targetClOrdId]);
    expect(asked.intents).toEqual([]);
    expect(asked.decisions[0]).toMatchObject({ rule: "leave", outcome: "FIRED" });
    expect(desk.tell(says.canceled(stopClOrdId)).emitted).toEqual([]);
    expect(desk.tell(says.canceled(targetClOrdId)).intents).toMatchObject([
      {
        side: "SELL",
        ordType: "MKT",
        orderQty: order.orderQty,
        purpose: "EXIT",
        rule: "leave",
        triggerKey: "prediction:p2:0",
        expiresUs: at(63),
      },
    ]);
  });

  test("has the id that its decision named", () => {
    const desk = aDesk();
    const { stopClOrdId, targetClOrdId } = bracketOf(anOpenPosition(desk));
    const named = desk.tell(opposite).decisions[0]?.clOrdId;
    expect(desk.tell(says.canceled(stopClOrdId), says.canceled(targetClOrdId)).intents[0]?.clOrdId).toBe(named);
  });

  test("buys a short position back", () => {
    const desk = aDesk();
    const order = anOpenPosition(desk, "SHORT");
    const { stopClOrdId, targetClOrdId } = bracketOf(order);
    desk.tell(aSignal({ predictionId: "p2", direction: "LONG" }));
    const { intents } = desk.tell(says.canceled(targetClOrdId), says.canceled(stopClOrdId));
    expect(intents).toMatchObject([{ side: "BUY", orderQty: order.orderQty }]);
  });

  test("is not begun twice, nor is another entry made, before it is over", () => {
    const desk = aDesk();
    const order = anOpenPosition(desk);
    desk.tell(opposite);
    const again = desk.tell(aSignal({ predictionId: "p3", direction: "SHORT" }));
    expect(again.cancels).toEqual([]);
    expect(again.decisions).toMatchObject([
      { rule: "leave", firstBlocker: "exit.running" },
      { rule: "enter", outcome: "BLOCKED" },
    ]);
    const { stopClOrdId, targetClOrdId } = bracketOf(order);
    const exit = desk.tell(says.canceled(stopClOrdId), says.canceled(targetClOrdId)).intents[0]!;
    desk.tell(
      says.approved(exit),
      says.submitted(exit.clOrdId),
      says.accepted(exit.clOrdId),
      fillOf(exit, exit.orderQty),
    );
    const free = desk.tell(
      aClock({ nowUs: at(600) }),
      aSignal({ predictionId: "p4", direction: "SHORT", validUntilUs: at(900) }),
    );
    expect(free.intents).toMatchObject([{ side: "SELL_SHORT", purpose: "ENTRY" }]);
  });

  test("flattens before the close", () => {
    const desk = aDesk();
    anOpenPosition(desk);
    expect(desk.tell(minute(379)).emitted).toMatchObject([{ kind: "decision", firstBlocker: "time.toClose" }]);
    const fired = desk.tell(minute(380));
    expect(fired.cancels).toHaveLength(2);
    expect(fired.decisions).toMatchObject([{ rule: "flatten", triggerKey: "clock:2013-10-04:380", outcome: "FIRED" }]);
  });
});

describe("an exit never turns the position", () => {
  test("the stop fills while its cancel is on the way: nothing is left to close", () => {
    const desk = aDesk();
    const order = anOpenPosition(desk);
    desk.tell(opposite);
    const rest = desk.tell(fillOf(stopOf(order), order.orderQty), says.canceled(bracketOf(order).targetClOrdId));
    expect(rest.emitted).toEqual([]);
    const later = { predictionId: "p4", validUntilUs: at(900) };
    expect(desk.tell(minute(10), aSignal(later)).intents).toMatchObject([{ purpose: "ENTRY" }]);
  });

  test("the target's cancel is confirmed before the stop's fill is seen", () => {
    const desk = aDesk();
    const order = anOpenPosition(desk);
    desk.tell(opposite);
    expect(
      desk.tell(says.canceled(bracketOf(order).targetClOrdId), fillOf(stopOf(order), order.orderQty)).emitted,
    ).toEqual([]);
  });

  test("the stop fills in part: only the rest is closed", () => {
    const desk = aDesk();
    const order = anOpenPosition(desk);
    desk.tell(opposite);
    const { stopClOrdId, targetClOrdId } = bracketOf(order);
    const { intents } = desk.tell(
      fillOf(stopOf(order), shares(100)),
      says.canceled(stopClOrdId, shares(100)),
      says.canceled(targetClOrdId),
    );
    expect(intents).toMatchObject([{ orderQty: qty(order.orderQty - shares(100)) }]);
  });

  test("the stop's cancel counts a fill that has not been seen yet: the exit waits for it", () => {
    const desk = aDesk();
    const order = anOpenPosition(desk);
    desk.tell(opposite);
    const { stopClOrdId, targetClOrdId } = bracketOf(order);
    expect(desk.tell(says.canceled(stopClOrdId, shares(100)), says.canceled(targetClOrdId)).emitted).toEqual([]);
    expect(desk.tell(fillOf(stopOf(order), shares(100))).intents).toMatchObject([
      { orderQty: qty(order.orderQty - shares(100)) },
    ]);
  });

  test("a stop that is in doubt holds the exit back until the broker is asked", () => {
    const desk = aDesk();
    const order = anOpenPosition(desk);
    const { stopClOrdId, targetClOrdId } = bracketOf(order);
    desk.tell(says.unknown(stopClOrdId));
    expect(desk.tell(opposite).cancels).toEqual([targetClOrdId]);
    expect(desk.tell(says.canceled(targetClOrdId), minute(2)).intents).toEqual([]);
    expect(desk.tell(says.resolved(stopClOrdId)).cancels).toEqual([stopClOrdId]);
    expect(desk.tell(says.canceled(stopClOrdId)).intents).toHaveLength(1);
  });

  test("a fill that comes after its order was canceled pulls the closing order back", () => {
    const desk = aDesk();
    const order = anOpenPosition(desk);
    desk.tell(opposite);
    const { stopClOrdId, targetClOrdId } = bracketOf(order);
    const exit = desk.tell(says.canceled(stopClOrdId), says.canceled(targetClOrdId)).intents[0]!;
    desk.tell(says.approved(exit), says.submitted(exit.clOrdId));
    expect(desk.tell(fillOf(stopOf(order), shares(22))).cancels).toEqual([exit.clOrdId]);
    const next = desk.tell(says.canceled(exit.clOrdId), minute(2)).intents;
    expect(next).toMatchObject([{ orderQty: shares(200), purpose: "EXIT" }]);
    expect(next[0]?.clOrdId).not.toBe(exit.clOrdId);
  });

  test("a position that the ledger sees otherwise is left alone", () => {
    const desk = aDesk();
    const order = anOpenPosition(desk);
    const fill = fillOf(stopOf(order), shares(22));
    const ledger = (quantity: number): Event => ({
      kind: "position.reduced",
      accountId: ACCOUNT,
      strategy: "demo",
      group: "tech",
      symbol: "AAPL",
      quantity: shares(quantity),
      cost: ready().length as never,
      realizedPnl: 0 as never,
      entryUs: at(61),
      clOrdId: fill.clOrdId,
      execId: fill.execId,
      side: "SELL",
      lastQty: shares(22),
      lastPx: fill.lastPx,
    });
    desk.tell(fill, ledger(199));
    expect(desk.tell(opposite).decisions).toMatchObject([
      { rule: "leave", firstBlocker: "prediction.direction", leaves: [{ result: "UNKNOWN" }, {}, {}] },
      { rule: "enter", outcome: "BLOCKED" },
    ]);
    desk.tell(ledger(200));
    expect(desk.tell(aSignal({ predictionId: "p3", direction: "SHORT" })).decisions[0]).toMatchObject({
      outcome: "FIRED",
    });
  });
});

describe("an exit that is refused", () => {
  const exiting = () => {
    const desk = aDesk();
    const order = anOpenPosition(desk);
    const { stopClOrdId, targetClOrdId } = bracketOf(order);
    const exit = desk.tell(opposite, says.canceled(stopClOrdId), says.canceled(targetClOrdId)).intents[0]!;
    return { desk, exit };
  };

  test.each(["denied", "lapsed", "rejected", "expired", "canceled"] as const)(
    "is tried again in the next minute when %s, under another id",
    (end) => {
      const { desk, exit } = exiting();
      const refusal = end === "denied" ? says.denied(exit) : says[end](exit.clOrdId);
      expect(desk.tell(refusal, aClock({ nowUs: at(65) }))).toMatchObject({ intents: [], cancels: [] });
      const { intents } = desk.tell(minute(2));
      expect(intents).toMatchObject([{ purpose: "EXIT", orderQty: exit.orderQty, triggerKey: exit.triggerKey }]);
      expect(intents[0]?.clOrdId).not.toBe(exit.clOrdId);
    },
  );

  test("closes only the rest when it was filled in part", () => {
    const { desk, exit } = exiting();
    desk.tell(says.submitted(exit.clOrdId), fillOf(exit, shares(200)), says.canceled(exit.clOrdId, shares(200)));
    expect(desk.tell(minute(2)).intents).toMatchObject([{ orderQty: qty(exit.orderQty - shares(200)) }]);
  });

  test("is not followed by another of the same decision when it is lost; a rule may decide anew", () => {
    const { desk, exit } = exiting();
    expect(desk.tell(says.lost(exit.clOrdId), minute(2), minute(3)).intents).toEqual([]);
    expect(desk.tell(minute(380)).intents).toMatchObject([{ rule: "flatten", purpose: "EXIT" }]);
  });
});

describe("protected or flat", () => {
  test("a position whose stop and target are gone is closed", () => {
    const desk = aDesk();
    const order = anOpenPosition(desk);
    const { stopClOrdId, targetClOrdId } = bracketOf(order);
    const { intents } = desk.tell(says.rejected(stopClOrdId), says.canceled(targetClOrdId));
    expect(intents).toMatchObject([
      { purpose: "EXIT", triggerKey: `unprotected:${order.clOrdId}`, orderQty: order.orderQty },
    ]);
  });

  test("a target that fills takes the stop along and leaves nothing to do", () => {
    const desk = aDesk();
    const order = anOpenPosition(desk);
    expect(
      desk.tell(says.canceled(bracketOf(order).stopClOrdId), fillOf(targetOf(order), order.orderQty), minute(2))
        .intents,
    ).toEqual([]);
  });

  test("an entry that is canceled half filled keeps its bracket; without one it is closed", () => {
    const desk = aDesk();
    const order = desk.tell(...ready(), aSignal()).intents[0]!;
    const { stopClOrdId, targetClOrdId } = bracketOf(order);
    desk.tell(...[order.clOrdId, stopClOrdId, targetClOrdId].map(says.submitted), fillOf(order, shares(50)));
    expect(desk.tell(minute(3)).cancels).toEqual([order.clOrdId]);
    expect(desk.tell(says.canceled(order.clOrdId, shares(50))).emitted).toEqual([]);
    expect(desk.tell(says.canceled(stopClOrdId), says.canceled(targetClOrdId)).intents).toMatchObject([
      { orderQty: shares(50), purpose: "EXIT" },
    ]);
  });

  test("the same fill told twice counts once", () => {
    const desk = aDesk(aMachine());
    const order = desk.tell(...ready(), aSignal()).intents[0]!;
    const fill = fillOf(order, shares(50));
    desk.tell(says.submitted(order.clOrdId), fill);
    const once = JSON.stringify(desk.machine.snapshot());
    desk.tell(fill);
    expect(JSON.stringify(desk.machine.snapshot())).toBe(once);
  });

  test("fills of another strategy or account are not ours", () => {
    const desk = aDesk();
    const order = desk.tell(...ready(), aSignal()).intents[0]!;
    desk.tell(aClock({ nowUs: at(61) }));
    const before = JSON.stringify(desk.machine.snapshot());
    desk.tell({ ...fillOf(order, shares(1)), strategy: "other" }, { ...fillOf(order, shares(1)), accountId: "DU1" });
    expect(JSON.stringify(desk.machine.snapshot())).toBe(before);
  });
});
