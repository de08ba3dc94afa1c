import { type Order, OrderAction, TimeInForce } from "@stoqey/ib";
import { knowStock } from "./calls.ts";
import { type LiveMarket, openLiveMarket } from "./live.ts";
import { connectRecorder, type Recorder, type Told } from "./recorder.ts";
import {
  EXEC_ID,
  execution,
  type Fill,
  type KnownOrder,
  openOrder,
  orderStatus,
  type Progress,
  toldAapl,
  toldStock,
} from "./told-orders.ts";

/** A login with two accounts and a master client, and whoever trades there. */
export type OrderDesk = {
  readonly live: LiveMarket;
  readonly trader: Recorder;
  readonly master: Recorder;
  /** Client 0. */
  readonly binder: Recorder;
  readonly contracts: { readonly AAPL: object; readonly SPY: object; readonly TSLA: object };
  readonly conIds: { readonly AAPL: number; readonly SPY: number; readonly TSLA: number };
  close(): void;
};

const TRADER = 41;
const MASTER = 9;
export const [FIRST, SECOND] = ["DU1234567", "DU7654321"] as const;

export async function openOrderDesk(speed: number): Promise<OrderDesk> {
  const live = await openLiveMarket(speed, ["--account", `${FIRST},${SECOND}`, "--master-client", String(MASTER)]);
  const connect = (clientId: number): Promise<Recorder> => connectRecorder(live.sim.port, clientId);
  const [trader, master, binder] = [await connect(TRADER), await connect(MASTER), await connect(0)];
  const idOf = async (symbol: string): Promise<number> => (await knowStock(trader, symbol)).conId;
  const conIds = { AAPL: await idOf("AAPL"), SPY: await idOf("SPY"), TSLA: await idOf("TSLA") };
  return {
    ...{ live, trader, master, binder, conIds },
    contracts: {
      AAPL: toldAapl(conIds.AAPL),
      SPY: toldStock("SPY", "SPY", conIds.SPY),
      TSLA: toldStock("TSLA", "NMS", conIds.TSLA),
    },
    close: () => {
      for (const recorder of [trader, master, binder]) recorder.close();
      live.close();
    },
  };
}

export const SHARES = 100;
export const anOrder = (wish: Order): Order => ({
  ...{ action: OrderAction.BUY, totalQuantity: SHARES, tif: TimeInForce.DAY, transmit: true },
  ...{ account: FIRST, orderRef: "", ...wish },
});

/** What came by itself, up to now. */
export async function toldByNow({ taken, asked }: Recorder): Promise<readonly Told[]> {
  // What came before the answer to the fence was not asked for.
  const before = taken();
  return [...before, ...(await asked(() => undefined))];
}

/** An order, once its status told its permId. */
export function knownOf(told: readonly Told[], orderId: number, contract: object, wish: Order): KnownOrder {
  const status = told.find(([event, id]) => event === "orderStatus" && id === orderId);
  return { orderId, contract, wish, clientId: Number(status?.[9]), permId: Number(status?.[6]) };
}

/** An order is told as open and with its status, both as one progress. */
export const bothOf = (order: KnownOrder, progress: Progress): readonly Told[] => [
  openOrder(order, { status: progress.status }),
  orderStatus(order, progress),
];

export const working = (remaining = SHARES): Progress => ({ status: "Submitted", filled: 0, remaining });

export const canceled = (order: KnownOrder, remaining: number, reason = ""): readonly Told[] => [
  orderStatus(order, { status: "Cancelled", filled: 0, remaining }),
  ["error", `Order Canceled - reason:${reason}`, 202, order.orderId],
];

/** One execution, of all shares or of some, with what comes of it. */
export function fillOf(order: KnownOrder, fill: Omit<Fill, "execId">, realizedPNL?: number): readonly Told[] {
  const total = order.wish.totalQuantity ?? 0;
  const { price, shares = total } = fill;
  const status = shares === total ? "Filled" : "Submitted";
  const charge = { execId: EXEC_ID, commission: 1, currency: "USD", yieldRedemptionDate: 0 };
  return [
    execution(-1, order, { ...fill, execId: EXEC_ID }),
    openOrder(order, { status }),
    orderStatus(order, { status, filled: shares, remaining: total - shares }, price),
    openOrder(order, { status, commission: 1, commissionCurrency: "USD" }),
    ["commissionReport", realizedPNL === undefined ? charge : { ...charge, realizedPNL }],
  ];
}
