import { px, shares } from "@bowline/kernel";
import { beforeAll, describe, expect, it } from "vitest";
import { cancelLeftOvers, REF_PREFIX } from "./clean-up.ts";
import { guardOrder } from "./guard.ts";
import { openTarget } from "./open-target.ts";
import { openSession } from "./sessions.ts";
import { CLIENT_IDS, type Target } from "./target.ts";
import { makeTrader, type Trader } from "./trader.ts";

/** What the scenarios do to an account that somebody else uses too. */
let target: Target;
beforeAll(async () => {
  target = { ...(await openTarget()), accountId: "DU1234567" };
});

const LOW = px(50_000_000);

async function aTrader(clientId: number, refPrefix: string): Promise<Trader> {
  const heard = await openSession(target, clientId);
  return makeTrader({ heard, symbol: target.symbol, price: 100, refPrefix });
}

async function rest(clientId: number, refPrefix: string): Promise<string> {
  const trader = await aTrader(clientId, refPrefix);
  const clOrdId = await trader.place({ ordType: "LMT", lmtPx: LOW, timeInForce: "GTC" });
  await trader.rests(clOrdId);
  trader.heard.session.close("it dies with an order at work");
  return clOrdId;
}

describe("what an earlier run left behind", () => {
  it("is canceled; the orders of others, under the same client id and another one, go on", async () => {
    await rest(CLIENT_IDS.session, `${REF_PREFIX}dead-`);
    await rest(CLIENT_IDS.spare, `${REF_PREFIX}dead-`);
    const others = [await rest(CLIENT_IDS.spare, "mine-"), await rest(7, REF_PREFIX)];
    await cancelLeftOvers(target, Object.values(CLIENT_IDS));
    const { session } = await openSession(target, 8);
    const open = await session.openOrders();
    if (!open.ok) throw new Error(JSON.stringify(open.error));
    expect(new Set(open.value.map(({ callback }) => callback.ref.clOrdId))).toEqual(new Set(others));
    session.close("seen");
  });
});

describe("a scenario that fails half-way", () => {
  it("has its orders canceled", async () => {
    const trader = await aTrader(CLIENT_IDS.session, `${REF_PREFIX}half-`);
    const resting = await trader.place({ ordType: "LMT", lmtPx: LOW });
    await trader.rests(resting);
    await trader.restore();
    expect(trader.order(resting).status).toBe("CANCELED");
    expect(trader.netShares()).toBe(0);
    trader.heard.session.close("seen");
  });
});

describe("an order", () => {
  it.each([
    [{ shares: 2, price: 10 }, "a test places one share at the most, not 2"],
    [{ shares: 1, price: 2501 }, "a share of 2501 dollars is too dear"],
    [{ shares: 1, price: Number.NaN }, "a share of NaN dollars is too dear"],
  ])("%o is refused before it is written", (order, why) => {
    expect(() => guardOrder(order)).toThrow(why);
  });

  it("of two shares does not reach the wire", async () => {
    const trader = await aTrader(CLIENT_IDS.session, `${REF_PREFIX}two-`);
    await expect(trader.place({ ordType: "LMT", lmtPx: LOW, orderQty: shares(2) })).rejects.toThrow("not 2");
    trader.heard.session.close("seen");
  });
});
