import type { Event, Order } from "@bowline/contracts";
import { type JsonValue, money, shares } from "@bowline/kernel";
import { ACTIONS } from "@bowline/rules";
import { aQuote, aSignal, at, dollars } from "@bowline/testkit";
import { expect, test } from "vitest";
import { ACCOUNT, aDesk, aMachine, anOpenPosition, bracketOf, minute, ready, says } from "./testing/scenario.ts";

type Desk = ReturnType<typeof aDesk>;

const ENTRY = "bracket: { stopAtr: 2, targetAtr: 3 }, size: { quantity: { shares: 10 } }";
const fileOf = (action: string, params: string): string => `
strategy: demo
description: For tests.
groups: [tech]
vars: { count: { type: number, initial: 0 } }
rules:
  - id: enter
    on: prediction
    when: prediction.model == "demo" && orders.working == 0
    do: { enter: { order: marketable-limit, collarBps: 0, cancelAfterMinutes: 60, ${ENTRY} } }
  - id: act
    on: prediction
    when: prediction.model == "go"
    do: { ${action}: ${params} }
`;

const flat = (desk: Desk): void => void desk.tell(...ready());

/** A limit entry rests at the broker. */
function entering(desk: Desk): void {
  const order = desk.tell(...ready(), aSignal()).intents[0] as Order;
  const { stopClOrdId, targetClOrdId } = bracketOf(order);
  const ids = [order.clOrdId, stopClOrdId, targetClOrdId];
  desk.tell(says.approved(order), ...ids.flatMap((id) => [says.submitted(id), says.accepted(id)]));
}

const lastExecId = ({ machine }: Desk): string =>
  (machine.snapshot() as { symbols: { lastExecId: string }[] }).symbols[0]?.lastExecId ?? "";

/** Ten shares for a hundred dollars each, stop and target at the broker, and the market a dollar higher. */
function open(desk: Desk): Order {
  const order = anOpenPosition(desk);
  const ledger: Event = {
    kind: "position.opened",
    accountId: ACCOUNT,
    strategy: "demo",
    group: "tech",
    symbol: "AAPL",
    quantity: order.orderQty,
    cost: money(1_000_000_000),
    realizedPnl: money(0),
    entryUs: at(61),
    clOrdId: order.clOrdId,
    execId: lastExecId(desk),
    side: "BUY",
    lastQty: shares(10),
    lastPx: dollars("100"),
  };
  desk.tell(ledger, aQuote({ bidPx: dollars("100.3"), askPx: dollars("100.31"), quoteUs: at(70) }));
  return order;
}

/** Its bracket was canceled by hand, and the order that closes it then was lost: nobody closes it, and nothing protects it. */
function naked(desk: Desk): void {
  const { stopClOrdId, targetClOrdId } = bracketOf(open(desk));
  const [exit] = desk.tell(says.canceled(stopClOrdId), says.canceled(targetClOrdId)).intents as [Order];
  desk.tell(says.lost(exit.clOrdId));
}

type Case = readonly [params: string, before: (desk: Desk) => void, leadsTo: readonly Event["kind"][]];

/** What each action leads to at once; a variable, a pause and a tag change the machine and its record alone. */
const CASES: Readonly<Record<string, Case>> = {
  bracket: ["{ stopPercent: 1, targetPercent: 1 }", naked, ["order.intent"]],
  cancelOrders: ["{}", entering, ["order.cancel-intent"]],
  enter: [`{ order: market, ${ENTRY} }`, flat, ["order.intent"]],
  exit: ["{}", open, ["order.cancel-intent", "order.cancel-intent"]],
  flattenAll: ["{}", open, ["order.cancel-intent", "order.cancel-intent"]],
  moveStopToBreakEven: ["{}", open, ["order.replace-intent"]],
  notify: ["{ text: look }", flat, ["control.alert"]],
  oco: ["{ stop: 99, target: 102 }", naked, ["order.intent"]],
  pause: ["{ minutes: 30 }", flat, []],
  reduce: ["{ percent: 50 }", open, ["order.replace-intent", "order.replace-intent"]],
  replace: ["{ price: 99.98 }", entering, ["order.replace-intent"]],
  reverse: [`{ order: market, ${ENTRY} }`, open, ["order.cancel-intent", "order.cancel-intent"]],
  scaleIn: [`{ order: market, maxCount: 9, maxShares: 900, ${ENTRY} }`, open, ["order.intent"]],
  scaleOut: ["{ steps: [{ percent: 50, gainPercent: 0.1 }] }", open, ["order.replace-intent", "order.replace-intent"]],
  setStop: ["{ price: 99.9 }", open, ["order.replace-intent"]],
  setTarget: ["{ price: 102 }", open, ["order.replace-intent"]],
  setVariable: ["{ name: count, to: vars.count + 1 }", flat, []],
  tag: ["{ text: seen }", flat, []],
  trail: ["{ percent: 0.1 }", open, ["order.replace-intent"]],
};

const go = aSignal({ predictionId: "go", model: "go", validUntilUs: at(86_400) });

/** What a delivery led to besides records, and how often the rule acted. */
function delivered(desk: Desk) {
  const { emitted, decisions } = desk.tell(go);
  return {
    led: emitted.flatMap(({ kind }) => (kind.startsWith("decision") ? [] : [kind])),
    fired: decisions.filter(({ rule, outcome }) => rule === "act" && outcome === "FIRED").length,
  };
}

const counted = ({ machine }: Desk): unknown =>
  (machine.snapshot() as { symbols: { vars?: Record<string, { value: number }> }[] }).symbols[0]?.vars?.["count"]
    ?.value;

test.each(ACTIONS.map(({ name }) => name))("%s is done once, however often its trigger is delivered", (name) => {
  const [params, before, leadsTo] = CASES[name] as Case;
  const file = fileOf(name, params);
  const desk = aDesk(aMachine(file));
  before(desk);
  expect(delivered(desk)).toEqual({ led: leadsTo, fired: 1 });
  const snapshot = JSON.parse(JSON.stringify(desk.machine.snapshot())) as JsonValue;
  expect(delivered(desk)).toEqual({ led: [], fired: 0 });
  // Once more later, when nothing but the trigger itself tells that it was acted on.
  desk.tell(minute(3));
  expect(delivered(desk)).toEqual({ led: [], fired: 0 });

  const restarted = aDesk(aMachine(file));
  restarted.machine.restore(snapshot);
  expect(delivered(restarted)).toEqual({ led: [], fired: 0 });
  const once = name === "setVariable" ? 1 : undefined;
  expect([counted(desk), counted(restarted)]).toEqual([once, once]);
});
