import { addPx, MICROS, us } from "@bowline/kernel";
import { EventName, type Order, OrderType } from "@stoqey/ib";
import { expect } from "vitest";
import type { Scenario } from "../scenario.ts";
import type { Wish } from "../trader.ts";
import type { Tws } from "../tws.ts";
import { refusalOf } from "../watched-order.ts";

/** So far from the market that nothing fills: a fifth. */
const BELOW = 0.8;
const ABOVE = 1.2;
const DISTANCE = 0.2;

/** The order as TWS shows it to everybody. */
async function shownAs({ desk, trader }: Tws, clOrdId: string): Promise<Order> {
  const from = desk.log.length;
  await desk.next("the open orders", EventName.openOrderEnd, () => void desk.api.reqAllOpenOrders());
  const shown = desk.log
    .slice(from)
    .filter(({ event }) => event === EventName.openOrder)
    .map(({ args }) => args[2] as Order)
    .find(({ orderRef }) => orderRef === clOrdId);
  if (shown === undefined) throw new Error(`${trader.order(clOrdId).leg.ordType}: not among the open orders`);
  return shown;
}

/** Places an order that rests, looks at it, cancels it. */
const resting =
  (wishOf: (tws: Tws) => Wish, shows: Partial<Order>): Scenario =>
  async (tws, note) => {
    const { trader } = tws;
    const wish = wishOf(tws);
    const clOrdId = await trader.place(wish);
    await trader.rests(clOrdId);
    const shown = await shownAs(tws, clOrdId);
    expect(shown).toMatchObject({ action: "BUY", totalQuantity: 1, account: tws.accountId, ...shows });
    if (wish.lmtPx !== undefined) expect(shown.lmtPrice).toBe(wish.lmtPx / MICROS);
    if (wish.ordType !== "TRAIL" && wish.stopPx !== undefined && wish.ordType !== "TRAIL_LIMIT")
      expect(shown.auxPrice).toBe(wish.stopPx / MICROS);
    await trader.cancel(clOrdId);
    expect(trader.order(clOrdId).cumQty).toBe(0);
    const codes = trader.codesOf(clOrdId).filter((code) => code !== CANCELED);
    if (codes.length > 0) note(`codes ${codes.join(", ")}`);
  };
const CANCELED = 202;

const CENT = MICROS / 100;
const DAY_SECONDS = 86_400;

/** Ends by itself, unfilled: nobody sells that cheap. */
const endsAlone =
  (timeInForce: "IOC" | "FOK"): Scenario =>
  async ({ trader, at }) => {
    const clOrdId = await trader.place({ ordType: "LMT", lmtPx: at(BELOW), timeInForce });
    const { status, cumQty } = await trader.ended(clOrdId);
    expect(["CANCELED", "EXPIRED"]).toContain(status);
    expect(cumQty).toBe(0);
  };

const untilTomorrow: Scenario = async (tws, note) => {
  const goodTillUs = us(((await tws.desk.time()) + DAY_SECONDS) * 1_000_000);
  const rest = resting(() => ({ ordType: "LMT", lmtPx: tws.at(BELOW), timeInForce: "GTD", goodTillUs }), {
    tif: "GTD",
  });
  await rest(tws, note);
};

const changesPrice: Scenario = async ({ desk, instrument: { contract, at } }) => {
  const wish = { orderType: OrderType.LMT, lmtPrice: at(BELOW) };
  const order = await desk.rest(contract, wish);
  desk.change(order, contract, { ...wish, lmtPrice: at(BELOW - 0.1) });
  await desk.until("the new price", () => (order.shown?.lmtPrice === at(BELOW - 0.1) ? true : undefined));
  expect(refusalOf(order)).toBeUndefined();
  await desk.cancel(order);
};

const wishFar =
  (ordType: Wish["ordType"], prices: (tws: Tws) => Partial<Wish>) =>
  (tws: Tws): Wish => ({
    ordType,
    ...prices(tws),
  });
const low = ({ at }: Tws) => ({ lmtPx: at(BELOW) });
const highStop = ({ at }: Tws) => ({ stopPx: at(ABOVE) });
const lowTouch = ({ at }: Tws) => ({ stopPx: at(BELOW) });
const capped = (tws: Tws) => ({ ...low(tws), pegOffset: addPx(tws.at(0), CENT) });

export const RESTING = {
  "rests a limit order": resting(wishFar("LMT", low), { orderType: OrderType.LMT }),
  "rests a stop order": resting(wishFar("STP", highStop), { orderType: OrderType.STP }),
  "rests a stop limit order": resting(
    wishFar("STP_LMT", (tws) => ({ ...highStop(tws), lmtPx: tws.at(ABOVE) })),
    { orderType: OrderType.STP_LMT },
  ),
  "rests a trailing stop": resting(
    wishFar("TRAIL", ({ at }) => ({ trailAmt: at(DISTANCE) })),
    {
      orderType: OrderType.TRAIL,
    },
  ),
  "rests a trailing stop limit": resting(
    wishFar("TRAIL_LIMIT", ({ at }) => ({ trailAmt: at(DISTANCE), stopPx: at(ABOVE), lmtOffset: addPx(at(0), CENT) })),
    { orderType: OrderType.TRAIL_LIMIT },
  ),
  "rests a market-if-touched order": resting(wishFar("MIT", lowTouch), { orderType: OrderType.MIT }),
  "rests a limit-if-touched order": resting(
    wishFar("LIT", (tws) => ({ ...lowTouch(tws), ...low(tws) })),
    {
      orderType: OrderType.LIT,
    },
  ),
  "rests a limit-on-close order": resting(wishFar("LOC", low), { orderType: OrderType.LOC }),
  "rests a relative order": resting(wishFar("REL", capped), { orderType: OrderType.REL }),
  "rests a midprice order": resting(wishFar("MIDPRICE", low), { orderType: OrderType.MIDPRICE }),
  "keeps an order until canceled": resting((tws) => ({ ordType: "LMT", ...low(tws), timeInForce: "GTC" }), {
    tif: "GTC",
  }),
  "keeps an order until a date": untilTomorrow,
  "cancels what is not filled at once": endsAlone("IOC"),
  "cancels what is not filled as a whole": endsAlone("FOK"),
  "changes a price": changesPrice,
};
