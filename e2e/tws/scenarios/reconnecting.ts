import { expect } from "vitest";
import type { Scenario } from "../scenario.ts";
import { openSession } from "../sessions.ts";
import { makeTrader } from "../trader.ts";
import { CLIENT_IDS } from "../target.ts";

const BELOW = 0.8;
const LOOKS = 20;
const BETWEEN_LOOKS_MS = 500;

/** TWS lists an order as completed a moment after it ended. */
const listsCompleted: Scenario = async ({ trader, at }) => {
  const clOrdId = await trader.place({ ordType: "LMT", lmtPx: at(BELOW) });
  await trader.rests(clOrdId);
  await trader.cancel(clOrdId);
  for (let look = 1; ; look++) {
    const completed = await trader.heard.session.completedOrders();
    if (!completed.ok) throw new Error(JSON.stringify(completed.error));
    const listed = completed.value.find(({ ref }) => ref.clOrdId === clOrdId);
    if (listed !== undefined)
      return expect(listed).toMatchObject({ status: "Cancelled", ref: { orderId: expect.any(String) } });
    if (look === LOOKS) throw new Error(`${clOrdId} is not among the completed orders`);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
};

const findsOrder: Scenario = async ({ target, at, instrument: { price }, refPrefix }) => {
  const about = { symbol: target.symbol, price, refPrefix: `${refPrefix}r` };
  const before = await openSession(target, CLIENT_IDS.spare);
  const first = makeTrader({ ...about, heard: before });
  const clOrdId = await first.place({ ordType: "LMT", lmtPx: at(BELOW) });
  await first.rests(clOrdId);
  const { leg, ibOrderId, orderId } = first.order(clOrdId);
  before.session.close("on purpose");

  const after = await openSession(target, CLIENT_IDS.spare);
  const second = makeTrader({ ...about, heard: after });
  // As execution does from its log: the order is known by its reference alone.
  second.book.add(leg);
  const open = await after.session.openOrders();
  if (!open.ok) throw new Error(JSON.stringify(open.error));
  const found = open.value.find(({ callback }) => callback.ref.clOrdId === clOrdId);
  expect(found).toMatchObject({ ibOrderId, callback: { ref: { clOrdId, orderId } } });
  second.book.add(leg, found?.ibOrderId);
  expect(second.order(clOrdId)).toMatchObject({ status: "NEW", orderId });
  expect(after.session.nextValidId).toBeGreaterThan(ibOrderId ?? 0);
  await second.cancel(clOrdId);
  after.session.close("seen");
};

const idsRise: Scenario = async ({ target, at, instrument: { price }, refPrefix }) => {
  const before = await openSession(target, CLIENT_IDS.spare);
  const trader = makeTrader({ heard: before, symbol: target.symbol, price, refPrefix: `${refPrefix}i` });
  const clOrdId = await trader.place({ ordType: "LMT", lmtPx: at(BELOW) });
  await trader.rests(clOrdId);
  await trader.cancel(clOrdId);
  const used = trader.order(clOrdId).ibOrderId ?? 0;
  before.session.close("on purpose");
  const after = await openSession(target, CLIENT_IDS.spare);
  expect(after.session.nextValidId).toBeGreaterThan(used);
  after.session.close("seen");
};

const needsNobody: Scenario = ({ session: { troubles } }) => {
  expect(troubles).toEqual([]);
  return Promise.resolve();
};

export const RECONNECTING = {
  "says nothing that needs a person": needsNobody,
  "lists completed orders": listsCompleted,
  "finds its order after a reconnect": findsOrder,
  "lets order ids rise": idsRise,
};
