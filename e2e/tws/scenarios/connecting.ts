import { EventName } from "@stoqey/ib";
import { expect } from "vitest";
import type { Scenario } from "../scenario.ts";
import { openSession, trySession } from "../sessions.ts";
import { CLIENT_IDS } from "../target.ts";

const SPOKEN = { least: 157, most: 193 };
const PAPER = /^DU[A-Z]?\d+$/;

const connects: Scenario = async ({ session: { session }, desk }, note) => {
  expect(session.serverVersion).toBeGreaterThanOrEqual(SPOKEN.least);
  expect(session.serverVersion).toBeLessThanOrEqual(SPOKEN.most);
  expect(session.nextValidId).toBeGreaterThanOrEqual(1);
  expect((await session.fence()).ok).toBe(true);
  note(`protocol version ${session.serverVersion}`);
  const farms = desk.log.filter(({ event, args }) => event === EventName.info && Number(args[1]) >= 2100);
  note(`notices at the start: ${farms.map(({ args }) => `${String(args[1])} ${String(args[0])}`).join("; ")}`);
};

const listsAccounts: Scenario = async ({ desk, accountId }) => {
  const [list] = await desk.next("the accounts", EventName.managedAccounts, () => void desk.api.reqManagedAccts());
  const accounts = String(list).split(",").filter(Boolean);
  expect(accounts).toContain(accountId);
  for (const account of accounts) expect(account).toMatch(PAPER);
};

const SPAN_SECONDS = 2;

const tellsTime: Scenario = async ({ desk }, note) => {
  const [first, startMs] = [await desk.time(), Date.now()];
  await new Promise((resolve) => setTimeout(resolve, SPAN_SECONDS * 1000));
  const [second, endMs] = [await desk.time(), Date.now()];
  const passed = (endMs - startMs) / 1000;
  // Whole seconds: each of the two readings is up to one too low.
  expect(Math.abs(second - first - passed)).toBeLessThanOrEqual(1.5);
  note(`its clock is ${second - Math.floor(endMs / 1000)} s ahead of ours`);
};

const refusesClientId: Scenario = async ({ target, session }) => {
  const first = await openSession(target, CLIENT_IDS.spare);
  const second = await trySession(target, CLIENT_IDS.spare);
  expect(second).toMatchObject({ ok: false, error: { type: "client-id-in-use" } });
  expect((await first.session.fence()).ok, "the first connection goes on").toBe(true);
  expect((await session.session.fence()).ok).toBe(true);
  first.session.close("the id is wanted");
  const third = await openSession(target, CLIENT_IDS.spare);
  expect((await third.session.fence()).ok).toBe(true);
  third.session.close("seen");
};

export const CONNECTING = {
  connects,
  "lists the accounts": listsAccounts,
  "tells the time": tellsTime,
  "refuses a client id that is in use": refusesClientId,
};
