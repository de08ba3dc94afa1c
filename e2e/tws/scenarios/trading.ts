import { expect } from "vitest";
import type { Scenario } from "../scenario.ts";
import { placeBracket } from "./groups.ts";

/** A limit so far above the ask that the order trades at once. */
const MARKETABLE = 1.02;

const buysAndSells: Scenario = async ({ trader }) => {
  const bought = await trader.place({ ordType: "MKT" });
  await trader.filled(bought);
  expect(trader.netShares()).toBe(1);
  const sold = await trader.place({ ordType: "MKT", side: "SELL", leg: "EXIT" });
  await trader.filled(sold);
  expect(trader.netShares()).toBe(0);
};

const buysAtLimit: Scenario = async ({ trader, at }) => {
  const lmtPx = at(MARKETABLE);
  const bought = await trader.place({ ordType: "LMT", lmtPx });
  await trader.filled(bought);
  const fill = trader.executions().find(({ ref }) => ref.clOrdId === bought);
  expect(Number(fill?.lastPx)).toBeLessThanOrEqual(lmtPx);
  await trader.restore();
  expect(trader.netShares()).toBe(0);
};

const fillCancelsOther: Scenario = async ({ trader, at, refPrefix }) => {
  const pair = { ordType: "LMT", ocaGroup: `${refPrefix}fill`, ocaType: "CANCEL_WITH_BLOCK" } as const;
  const far = await trader.place({ ...pair, lmtPx: at(0.8) });
  await trader.rests(far);
  const near = await trader.place({ ...pair, lmtPx: at(MARKETABLE) });
  await trader.filled(near);
  expect((await trader.ended(far)).status).toBe("CANCELED");
  await trader.restore();
  expect(trader.netShares()).toBe(0);
};

const childrenGoLive: Scenario = async (tws) => {
  const { trader } = tws;
  const [parent, stop, target] = await placeBracket(trader, tws, { ordType: "MKT" });
  await trader.filled(parent);
  for (const child of [stop, target]) await trader.rests(child);
  await trader.cancel(target);
  await trader.restore();
  expect((await trader.ended(stop)).status).toBe("CANCELED");
  expect(trader.netShares()).toBe(0);
};

const racesCancel: Scenario = async ({ trader }, note) => {
  const before = trader.netShares();
  const clOrdId = await trader.place({ ordType: "MKT" });
  trader.askCancel(clOrdId);
  const { status } = await trader.ended(clOrdId);
  // A late word about the loser of the race would be here by now.
  expect((await trader.heard.session.fence()).ok).toBe(true);
  expect(trader.order(clOrdId).status).toBe(status);
  expect(["FILLED", "CANCELED"]).toContain(status);
  expect(trader.netShares() - before).toBe(status === "FILLED" ? 1 : 0);
  note(`it ended ${status}`);
  await trader.restore();
};

const listsExecutions: Scenario = async ({ trader }) => {
  const bought = await trader.place({ ordType: "MKT" });
  await trader.filled(bought);
  await trader.restore();
  const live = trader.executions();
  const { session, orders, until } = trader.heard;
  const listed = await session.executions();
  if (!listed.ok) throw new Error(JSON.stringify(listed.error));
  const ids = new Set(listed.value.map(({ execId }) => execId));
  for (const { execId } of live) expect(ids).toContain(execId);
  await until("every commission", () => {
    const known = new Set(orders.flatMap((told) => (told.type === "commission" ? [told.execId] : [])));
    return live.every(({ execId }) => known.has(execId)) || undefined;
  });
};

export const TRADING = {
  "buys and sells at the market": buysAndSells,
  "buys at a marketable limit": buysAtLimit,
  "lets a fill cancel the other of a pair": fillCancelsOther,
  "turns a bracket's children live": childrenGoLive,
  "races a cancel against a fill": racesCancel,
  "lists the executions of the day": listsExecutions,
};
