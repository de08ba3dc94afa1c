import { MICROS, mulDiv, parseMicros, type Qty, qty, type Us, US_PER_SECOND } from "@bowline/kernel";
import type { BrokerOrder, OrderAlgo } from "./broker-types.ts";

const paramOf = ({ params }: OrderAlgo, tag: string): string | undefined =>
  params.find(([name]) => name.toLowerCase() === tag.toLowerCase())?.[1];

const is = (algo: OrderAlgo, strategy: string): boolean => algo.strategy.toLowerCase() === strategy.toLowerCase();

/** Share of the volume that a Vwap order takes at the most where it says nothing. */
const DEFAULT_SHARE_MICROS = 100_000;
/** How long a Twap order without an end works where no session end is known. */
const DEFAULT_LENGTH_US = 3_600 * US_PER_SECOND;

type AlgoView = {
  readonly nowUs: Us;
  /** Volume of the symbol since the order came in. */
  readonly volume: Qty;
  readonly sessionCloseUs: Us | undefined;
};

type Worked = Pick<BrokerOrder, "orderQty" | "placedUs">;

/** How much of an order its strategy has let out by now, in whole shares: Twap by time, Vwap by its share of the volume, others all. */
export function releasedQty(order: Worked, algo: OrderAlgo, view: AlgoView): Qty {
  const { orderQty } = order;
  const released = is(algo, "Twap")
    ? mulDiv(orderQty, elapsedMicros(order, algo, view), MICROS)
    : is(algo, "Vwap")
      ? mulDiv(view.volume, parseMicros(paramOf(algo, "maxPctVol") ?? "") ?? DEFAULT_SHARE_MICROS, MICROS)
      : orderQty;
  const bounded = Math.max(0, Math.min(released, orderQty));
  return qty(bounded - (bounded % MICROS));
}

function elapsedMicros({ placedUs }: Worked, algo: OrderAlgo, { nowUs, sessionCloseUs }: AlgoView): number {
  const startUs = algo.startUs ?? placedUs ?? nowUs;
  const endUs = algo.endUs ?? sessionCloseUs ?? startUs + DEFAULT_LENGTH_US;
  if (nowUs >= endUs || endUs <= startUs) return MICROS;
  return nowUs <= startUs ? 0 : mulDiv(nowUs - startUs, MICROS, endUs - startUs);
}

/** Whether an Adaptive order still waits at the mid-point. `normalSeconds` is the patience of normal priority. */
export function isPatient({ placedUs }: Worked, algo: OrderAlgo, nowUs: Us, normalSeconds: number): boolean {
  if (!is(algo, "Adaptive")) return false;
  const priority = paramOf(algo, "adaptivePriority")?.toLowerCase();
  const normalUs = normalSeconds * US_PER_SECOND;
  const patienceUs =
    priority === "urgent" ? Math.floor(normalUs / 6) : priority === "patient" ? normalUs * 4 : normalUs;
  return nowUs < (placedUs ?? nowUs) + patienceUs;
}
