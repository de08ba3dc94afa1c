import { EventName, type Order, OrderType } from "@stoqey/ib";
import { expect } from "vitest";
import type { Scenario } from "../scenario.ts";
import type { Trader, Wish } from "../trader.ts";
import type { Tws } from "../tws.ts";

const WIDE = { entry: 0.8, stop: 0.6, target: 1.2 };

/** Entry, stop and target as execution writes them: only the last one transmits. */
export async function placeBracket(
  trader: Trader,
  { at }: Tws,
  entry: Wish,
): Promise<readonly [string, string, string]> {
  const parent = await trader.place({ ...entry, transmit: false });
  const child = { parentClOrdId: parent, side: "SELL", timeInForce: "GTC" } as const;
  const stop = await trader.place({ ...child, ordType: "STP", leg: "STOP", stopPx: at(WIDE.stop), transmit: false });
  const target = await trader.place({ ...child, ordType: "LMT", leg: "TARGET", lmtPx: at(WIDE.target) });
  return [parent, stop, target];
}

const holdsChildren: Scenario = async (tws) => {
  const { trader } = tws;
  const legs = await placeBracket(trader, tws, { ordType: "LMT", lmtPx: tws.at(WIDE.entry) });
  const [parent, ...children] = legs;
  for (const leg of legs) await trader.rests(leg);
  const open = await trader.heard.session.openOrders();
  if (!open.ok) throw new Error(JSON.stringify(open.error));
  const statusOf = (clOrdId: string) =>
    open.value.find(({ callback }) => callback.ref.clOrdId === clOrdId)?.callback.status;
  for (const child of children) expect(statusOf(child), "held until the parent fills").toBe("PreSubmitted");
  trader.askCancel(parent);
  for (const leg of legs) expect((await trader.ended(leg)).status).toBe("CANCELED");
  expect(trader.netShares()).toBe(0);
};

const keepsPair: Scenario = async (tws) => {
  const { trader, at, desk } = tws;
  const pair = { ordType: "LMT", ocaGroup: `${tws.refPrefix}pair`, ocaType: "CANCEL_WITH_BLOCK" } as const;
  const legs = [await trader.place({ ...pair, lmtPx: at(0.8) }), await trader.place({ ...pair, lmtPx: at(0.7) })];
  for (const leg of legs) await trader.rests(leg);
  const from = desk.log.length;
  await desk.next("the open orders", EventName.openOrderEnd, () => void desk.api.reqAllOpenOrders());
  const shown = desk.log
    .slice(from)
    .flatMap(({ event, args }) => (event === EventName.openOrder ? [args[2] as Order] : []));
  const groups = legs.map((leg) => shown.find(({ orderRef }) => orderRef === leg)?.ocaGroup);
  expect(groups).toEqual([pair.ocaGroup, pair.ocaGroup]);
  for (const leg of legs) trader.askCancel(leg);
  for (const leg of legs) expect((await trader.ended(leg)).status).toBe("CANCELED");
};

const asksCost: Scenario = async ({ desk, instrument: { contract, at } }, note) => {
  const order = desk.place(contract, { orderType: OrderType.LMT, lmtPrice: at(0.8), whatIf: true });
  const state = await desk.until("the what-if answer", () =>
    order.state?.initMarginAfter === undefined ? undefined : order.state,
  );
  expect(Number(state.initMarginChange)).toBeGreaterThanOrEqual(0);
  expect(Number(state.equityWithLoanAfter)).toBeGreaterThan(0);
  const from = desk.log.length;
  await desk.next("the open orders", EventName.openOrderEnd, () => void desk.api.reqOpenOrders());
  const open = desk.log
    .slice(from)
    .flatMap(({ event, args }) => (event === EventName.openOrder ? [(args[2] as Order).orderRef] : []));
  expect(open).not.toContain(order.orderRef);
  note(`initial margin ${String(state.initMarginChange)} for one share`);
};

export const GROUPS = {
  "holds a bracket's children": holdsChildren,
  "keeps a pair of an OCA group": keepsPair,
  "asks what an order would cost": asksCost,
};
