import { EventName } from "@stoqey/ib";
import { expect } from "vitest";
import type { Scenario } from "../scenario.ts";

const TAGS = ["NetLiquidation", "TotalCashValue", "BuyingPower"];

const sumsUp: Scenario = async ({ desk, accountId }) => {
  let reqId = 0;
  const told = await desk.ask("the account summary", EventName.accountSummaryEnd, (id) => {
    reqId = id;
    desk.api.reqAccountSummary(id, "All", TAGS.join(","));
  });
  desk.api.cancelAccountSummary(reqId);
  const tags = told.filter(({ args }) => args[1] === accountId).map(({ args }) => args[2]);
  expect(tags).toEqual(expect.arrayContaining(TAGS));
  const worth = told.find(({ args }) => args[1] === accountId && args[2] === "NetLiquidation");
  expect(Number(worth?.args[3])).toBeGreaterThan(0);
};

const listsPositions: Scenario = async ({ session: { session } }, note) => {
  const positions = await session.positions();
  if (!positions.ok) throw new Error(JSON.stringify(positions.error));
  const symbols = positions.value.map(({ symbol }) => symbol);
  expect(new Set(symbols).size).toBe(symbols.length);
  note(`${symbols.length} positions`);
};

const followsAccount: Scenario = async ({ session: { session } }) => {
  expect((await session.followAccount()).ok).toBe(true);
  const account = session.account();
  expect(Number(account?.equity)).toBeGreaterThan(0);
  expect(account?.cash).toBeTypeOf("number");
};

export const ACCOUNT = {
  "sums the account up": sumsUp,
  "lists the positions": listsPositions,
  "follows the account": followsAccount,
};
