import { money } from "@bowline/kernel";
import { encode } from "@bowline/tws-wire";
import { afterEach, describe, expect, it } from "vitest";
import { brokerPnl } from "./follow-pnl.ts";
import { endSessions, fresh, session, theTws } from "./test-session.ts";
import { TEST_ACCOUNT } from "./test-support.ts";

afterEach(endSessions);

const asked = () =>
  theTws().heard.flatMap((m) => (m.type === "reqPnl" || m.type === "cancelPnl" ? [[m.type, m.reqId] as const] : []));

/** A session whose P&L was asked for, twice. */
async function followed() {
  await fresh();
  const { ib, heard, wire } = await session();
  ib.followPnl();
  ib.followPnl();
  const { reqId } = await theTws().next("reqPnl");
  const tell = (told: Parameters<typeof encode.pnl>[1]): void => void wire.send(encode.pnl(wire.serverVersion, told));
  return { ib, heard, reqId, tell };
}

describe("the account's P&L", () => {
  it("is asked for once, and told whenever TWS tells; what TWS leaves unset is absent", async () => {
    const { ib, heard, reqId, tell } = await followed();
    tell({ reqId, dailyPnl: 12_500_000, unrealizedPnl: -1_000_000, realizedPnl: 13_500_000 });
    tell({ reqId, dailyPnl: 0 });
    tell({ reqId });
    tell({ reqId: reqId + 1, dailyPnl: 7 });
    await ib.fence();
    expect(theTws().heard.filter(({ type }) => type === "reqPnl")).toMatchObject([
      { accountId: TEST_ACCOUNT, modelCode: "" },
    ]);
    expect(heard.pnls).toEqual([
      { dailyPnl: money(12_500_000), unrealizedPnl: money(-1_000_000), realizedPnl: money(13_500_000) },
      { dailyPnl: money(0) },
      {},
    ]);
  });

  it("is asked for again after a loss of data, where it was followed, and the former request is canceled", async () => {
    const { ib, heard, reqId, tell } = await followed();
    ib.resubscribe();
    await theTws().next("cancelPnl");
    expect(asked()).toEqual([
      ["reqPnl", reqId],
      ["reqPnl", reqId + 1],
      ["cancelPnl", reqId],
    ]);
    tell({ reqId, dailyPnl: 1 });
    tell({ reqId: reqId + 1, dailyPnl: 2 });
    await ib.fence();
    expect(heard.pnls).toEqual([{ dailyPnl: money(2) }]);
    const other = await session();
    other.ib.resubscribe();
    await other.ib.fence();
    expect(asked()).toHaveLength(3);
  });

  it("has no value where TWS has none, or what is no amount", () => {
    expect(brokerPnl(undefined, Number.NaN, Number.MAX_VALUE)).toEqual({});
    expect(brokerPnl(-0.01, Number.POSITIVE_INFINITY)).toEqual({ dailyPnl: money(-10_000) });
  });
});
