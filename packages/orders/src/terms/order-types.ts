import type { Order, OrdType, TimeInForce } from "@bowline/contracts";

/** The prices, distances and offsets that an order type may have. */
export const PRICE_FIELDS = ["lmtPx", "stopPx", "trailAmt", "trailPercent", "lmtOffset", "pegOffset"] as const;
export type PriceField = (typeof PRICE_FIELDS)[number];

/** What one order type is: the only place that says so. Checks, the translation for the broker and the documentation read it. */
export type OrdTypeRow = {
  readonly doc: string;
  /** What it cannot do without. */
  readonly needs: readonly PriceField[];
  /** Of these exactly one. */
  readonly oneOf?: readonly PriceField[];
  readonly may?: readonly PriceField[];
  readonly timesInForce: readonly TimeInForce[];
  /** May work outside regular hours. */
  readonly worksOutside: boolean;
  /** Waits for a price before it works: what a trigger method is about. */
  readonly triggers?: "STOP" | "TOUCH";
  readonly trails?: true;
  readonly isLimit?: true;
  /** The broker's algorithms take it. */
  readonly takesAlgo?: true;
};

const RESTING = ["DAY", "GTC", "GTD"] as const;
const ANY = [...RESTING, "IOC", "FOK"] as const;

export const ORDER_TYPES: Readonly<Record<OrdType, OrdTypeRow>> = {
  MKT: {
    doc: "Trades at once at the other side of the quote.",
    needs: [],
    timesInForce: [...ANY, "OPG"],
    worksOutside: false,
    takesAlgo: true,
  },
  LMT: {
    doc: "Trades at its limit or better.",
    needs: ["lmtPx"],
    timesInForce: [...ANY, "OPG"],
    worksOutside: true,
    isLimit: true,
    takesAlgo: true,
  },
  STP: {
    doc: "Becomes a market order when the market moves against it, to its stop price.",
    needs: ["stopPx"],
    timesInForce: RESTING,
    worksOutside: true,
    triggers: "STOP",
  },
  STP_LMT: {
    doc: "Becomes a limit order at its stop price: beyond its limit it does not protect.",
    needs: ["stopPx", "lmtPx"],
    timesInForce: RESTING,
    worksOutside: true,
    triggers: "STOP",
    isLimit: true,
  },
  TRAIL: {
    doc: "A stop that follows the best price at a distance and never goes back. `stopPx` is where it begins.",
    needs: [],
    oneOf: ["trailAmt", "trailPercent"],
    may: ["stopPx"],
    timesInForce: RESTING,
    worksOutside: true,
    triggers: "STOP",
    trails: true,
  },
  TRAIL_LIMIT: {
    doc: "A trailing stop that becomes a limit order, `lmtOffset` behind its stop.",
    needs: ["stopPx", "lmtOffset"],
    oneOf: ["trailAmt", "trailPercent"],
    timesInForce: RESTING,
    worksOutside: true,
    triggers: "STOP",
    trails: true,
    isLimit: true,
  },
  MIT: {
    doc: "Becomes a market order when the market moves its way, to its touch price.",
    needs: ["stopPx"],
    timesInForce: RESTING,
    worksOutside: true,
    triggers: "TOUCH",
  },
  LIT: {
    doc: "Becomes a limit order at its touch price.",
    needs: ["stopPx", "lmtPx"],
    timesInForce: RESTING,
    worksOutside: true,
    triggers: "TOUCH",
    isLimit: true,
  },
  MOC: { doc: "Trades in the closing auction.", needs: [], timesInForce: ["DAY"], worksOutside: false },
  LOC: {
    doc: "Trades in the closing auction at its limit or better.",
    needs: ["lmtPx"],
    timesInForce: ["DAY"],
    worksOutside: false,
    isLimit: true,
  },
  MOO: { doc: "Trades in the opening auction.", needs: [], timesInForce: ["OPG"], worksOutside: false },
  LOO: {
    doc: "Trades in the opening auction at its limit or better.",
    needs: ["lmtPx"],
    timesInForce: ["OPG"],
    worksOutside: false,
    isLimit: true,
  },
  REL: {
    doc: "Follows the quote of its own side, `pegOffset` better, never beyond `lmtPx`.",
    needs: [],
    may: ["lmtPx", "pegOffset"],
    timesInForce: RESTING,
    worksOutside: true,
    isLimit: true,
  },
  MIDPRICE: {
    doc: "Follows the middle of the quote, never beyond `lmtPx`.",
    needs: [],
    may: ["lmtPx"],
    timesInForce: ["DAY"],
    worksOutside: false,
    isLimit: true,
  },
};

/** An exit never opens or turns a position, whether it says so or not. */
export const isReduceOnly = ({ purpose, reduceOnly }: Pick<Order, "purpose" | "reduceOnly">): boolean =>
  purpose === "EXIT" || reduceOnly === true;
