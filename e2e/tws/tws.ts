import { randomUUID } from "node:crypto";
import { MICROS, type Px, px } from "@bowline/kernel";
import { CLIENT_IDS, type Target } from "./target.ts";
import { REF_PREFIX, cancelLeftOvers } from "./clean-up.ts";
import { type Desk, openDesk } from "./desk.ts";
import { guardOrder } from "./guard.ts";
import { type Instrument, describeInstrument, isOpenAt } from "./instrument.ts";
import { type HeardSession, openSession } from "./sessions.ts";
import { makeTrader, type Trader } from "./trader.ts";

/** What every scenario is given. */
export type Tws = {
  readonly target: Target;
  readonly accountId: string;
  /** The session of this run, as execution would have it. */
  readonly session: HeardSession;
  /** Orders over that session. */
  readonly trader: Trader;
  readonly desk: Desk;
  readonly instrument: Instrument;
  /** References of this run's orders begin so. */
  readonly refPrefix: string;
  /** Whether the regular session is open now, by the hours that TWS tells and by its clock. */
  isOpen(): Promise<boolean>;
  /** A price so many times as high as the market's, on a tick. */
  at(factor: number): Px;
  /** Leaves nothing at work. Throws where the position is not what it was. */
  close(): Promise<void>;
};

/** Connects, cancels what an earlier run left behind, and describes the instrument. */
export async function openTws(target: Target): Promise<Tws> {
  await cancelLeftOvers(target, Object.values(CLIENT_IDS));
  const session = await openSession(target, CLIENT_IDS.session);
  const { accountId } = session.session;
  const refPrefix = `${REF_PREFIX}${randomUUID().slice(0, 8)}-`;
  const { host, port, symbol } = target;
  let price = 0;
  const guard = ({ shares }: { readonly shares: number }): void => guardOrder({ shares, price });
  const desk = await openDesk({ host, port, clientId: CLIENT_IDS.desk, accountId, refPrefix, guard });
  const instrument = await describeInstrument(desk, symbol);
  price = instrument.price;
  const trader = makeTrader({ heard: session, symbol, price, refPrefix });
  return {
    ...{ target, accountId, session, trader, desk, instrument, refPrefix },
    at: (factor) => px(Math.round(instrument.at(factor) * MICROS)),
    isOpen: async () => isOpenAt(instrument.details, await desk.time()),
    close: async () => {
      // Fills that were not heard of count too.
      await session.session.executions();
      const held = trader.netShares();
      desk.close();
      session.session.close("the scenarios are over");
      await cancelLeftOvers(target, Object.values(CLIENT_IDS));
      if (held !== 0) throw new Error(`the position in ${symbol} has changed by ${held}`);
    },
  };
}
