import type { BrokerOrdType, BrokerTimeInForce, OrderRequest } from "./broker-types.ts";

/** What an order type is made of. */
type OrdTypeTraits = {
  /** Rests until its trigger price is reached: by the market going against it (STOP) or for it (TOUCH). */
  readonly trigger?: "STOP" | "TOUCH";
  readonly trails?: true;
  /** Works as a limit order (after its trigger, where it has one); else as a market order. */
  readonly isLimit?: true;
  /** Its price follows the quote: of its own side, or the middle. */
  readonly peg?: "PRIMARY" | "MID";
  readonly isAtClose?: true;
  /** The prices that it cannot do without. */
  readonly needs: readonly ("lmtPx" | "stopPx")[];
  /** May work outside regular hours. IB's list by type and exchange is in its contract details; this is its core. */
  readonly worksOutside: boolean;
};

export const ORD_TYPES: Readonly<Record<BrokerOrdType, OrdTypeTraits>> = {
  MKT: { needs: [], worksOutside: false },
  LMT: { isLimit: true, needs: ["lmtPx"], worksOutside: true },
  STP: { trigger: "STOP", needs: ["stopPx"], worksOutside: true },
  "STP LMT": { trigger: "STOP", isLimit: true, needs: ["lmtPx", "stopPx"], worksOutside: true },
  TRAIL: { trigger: "STOP", trails: true, needs: [], worksOutside: true },
  "TRAIL LIMIT": { trigger: "STOP", trails: true, isLimit: true, needs: [], worksOutside: true },
  MIT: { trigger: "TOUCH", needs: ["stopPx"], worksOutside: true },
  LIT: { trigger: "TOUCH", isLimit: true, needs: ["lmtPx", "stopPx"], worksOutside: true },
  MOC: { isAtClose: true, needs: [], worksOutside: false },
  LOC: { isAtClose: true, isLimit: true, needs: ["lmtPx"], worksOutside: false },
  REL: { isLimit: true, peg: "PRIMARY", needs: [], worksOutside: true },
  MIDPRICE: { isLimit: true, peg: "MID", needs: [], worksOutside: false },
};

/** Every order type that the broker works. */
export const BROKER_ORD_TYPES = Object.keys(ORD_TYPES) as readonly BrokerOrdType[];

/** Times in force that end an order at once where it does not fill. */
export const isImmediate = (timeInForce: BrokerTimeInForce): boolean => timeInForce === "IOC" || timeInForce === "FOK";

/** Waits for the opening or the closing auction. */
export const isForAuction = ({ ordType, timeInForce }: Pick<OrderRequest, "ordType" | "timeInForce">): boolean =>
  timeInForce === "OPG" || ORD_TYPES[ordType].isAtClose === true;

/** A time that the time in force does not ask for counts for nothing. */
export const goodTillOf = ({ timeInForce, goodTillUs }: OrderRequest): OrderRequest["goodTillUs"] =>
  timeInForce === "GTD" ? goodTillUs : undefined;

/** Only the prices that the type uses: clients send the others too, as 0 or as what they last had. */
export function pricesOf({ ordType, lmtPx, stopPx }: OrderRequest): Pick<OrderRequest, "lmtPx" | "stopPx"> {
  const { isLimit, trigger, trails } = ORD_TYPES[ordType];
  return {
    lmtPx: isLimit ? lmtPx : undefined,
    stopPx: trigger !== undefined && !trails ? stopPx : undefined,
  };
}
