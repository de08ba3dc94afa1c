import { addPx, MICROS, ZERO_QTY } from "@bowline/kernel";
import { expect } from "vitest";
import type { Scenario } from "../scenario.ts";
import { openSession } from "../sessions.ts";
import { CLIENT_IDS } from "../target.ts";
import type { Tws } from "../tws.ts";

const BELOW = 0.8;
const TENTH_OF_CENT = MICROS / 1000;

const resting = async ({ trader, at }: Tws): Promise<string> => {
  const clOrdId = await trader.place({ ordType: "LMT", lmtPx: at(BELOW) });
  await trader.rests(clOrdId);
  return clOrdId;
};

const refusesOffTick: Scenario = async ({ trader, at }) => {
  const clOrdId = await trader.place({ ordType: "LMT", lmtPx: addPx(at(BELOW), TENTH_OF_CENT) });
  expect((await trader.ended(clOrdId)).status).toBe("REJECTED");
  expect(trader.codesOf(clOrdId)).toContain(110);
};

const refusesNothing: Scenario = async ({ trader, at }, note) => {
  const clOrdId = await trader.place({ ordType: "LMT", lmtPx: at(BELOW), orderQty: ZERO_QTY });
  await trader.heard.until("a refusal", () => (trader.codesOf(clOrdId).length > 0 ? true : undefined));
  const open = await trader.heard.session.openOrders();
  if (!open.ok) throw new Error(JSON.stringify(open.error));
  expect(open.value.map(({ callback }) => callback.ref.clOrdId)).not.toContain(clOrdId);
  note(`codes ${trader.codesOf(clOrdId).join(", ")}`);
  expect(trader.order(clOrdId).status).toBe("REJECTED");
};

const CANCEL_REFUSED = new Set([161, 10_147, 10_148]);

const answersSecond: Scenario = async (tws, note) => {
  const { trader } = tws;
  const clOrdId = await resting(tws);
  await trader.cancel(clOrdId);
  trader.askCancel(clOrdId);
  const refused = (): number | undefined => trader.codesOf(clOrdId).find((code) => CANCEL_REFUSED.has(code));
  note(`code ${await trader.heard.until("an answer to the second cancel", refused)}`);
  expect(trader.order(clOrdId).status).toBe("CANCELED");
};

const NEVER_USED = 1_234_567_890;

const answersUnknown: Scenario = async ({ session: { session, orders, until } }) => {
  session.cancelOrder(NEVER_USED);
  const answer = await until("an answer", () =>
    orders.find((told) => told.type === "error" && told.ref.ibOrderId === NEVER_USED),
  );
  expect(answer).toMatchObject({ code: 10_147 });
};

const survivesQuickCancel: Scenario = async ({ trader, at }) => {
  const clOrdId = await trader.place({ ordType: "LMT", lmtPx: at(BELOW) });
  trader.askCancel(clOrdId);
  const { status, cumQty } = await trader.ended(clOrdId);
  expect({ status, cumQty }).toEqual({ status: "CANCELED", cumQty: 0 });
  const open = await trader.heard.session.openOrders();
  expect(open.ok && open.value.some(({ callback }) => callback.ref.clOrdId === clOrdId)).toBe(false);
};

const keepsApart: Scenario = async (tws) => {
  const { trader, target } = tws;
  const clOrdId = await resting(tws);
  const { ibOrderId = 0, orderId } = trader.order(clOrdId);
  const other = await openSession(target, CLIENT_IDS.spare);
  const open = await other.session.openOrders();
  if (!open.ok) throw new Error(JSON.stringify(open.error));
  const seen = open.value.find(({ callback }) => callback.ref.clOrdId === clOrdId);
  expect(seen).toMatchObject({ ibOrderId: undefined, callback: { ref: { orderId } } });
  other.session.cancelOrder(ibOrderId);
  const answer = await other.until("an answer to a stranger's cancel", () =>
    other.orders.find((told) => told.type === "error" && told.ref.ibOrderId === ibOrderId),
  );
  expect(answer).toMatchObject({ code: 10_147 });
  other.session.close("seen");
  expect(trader.order(clOrdId).status).toBe("NEW");
  await trader.cancel(clOrdId);
};

export const REFUSALS = {
  "refuses a price off the tick": refusesOffTick,
  "refuses an order of nothing": refusesNothing,
  "answers a second cancel": answersSecond,
  "answers a cancel of nothing": answersUnknown,
  "survives a cancel on its order's heels": survivesQuickCancel,
  "keeps orders of clients apart": keepsApart,
};
