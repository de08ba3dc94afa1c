import type { AlgoName, OcaType, OrdType, TriggerMethod } from "@bowline/contracts";
import type { OrderRequest } from "@bowline/matching";
import { ORDER_TYPES, type OrderLeg } from "@bowline/orders";

const ORD_TYPES: Readonly<Record<OrdType, OrderRequest["ordType"]>> = {
  MKT: "MKT",
  LMT: "LMT",
  STP: "STP",
  STP_LMT: "STP LMT",
  TRAIL: "TRAIL",
  TRAIL_LIMIT: "TRAIL LIMIT",
  MIT: "MIT",
  LIT: "LIT",
  MOC: "MOC",
  LOC: "LOC",
  MOO: "MKT",
  LOO: "LMT",
  REL: "REL",
  MIDPRICE: "MIDPRICE",
};
const TRIGGER_METHODS: Readonly<Record<TriggerMethod, OrderRequest["triggerMethod"]>> = {
  DEFAULT: undefined,
  DOUBLE_BID_ASK: 1,
  LAST: 2,
  DOUBLE_LAST: 3,
  BID_ASK: 4,
  LAST_OR_BID_ASK: 7,
  MIDPOINT: 8,
};
const OCA_TYPES: Readonly<Record<OcaType, OrderRequest["ocaType"]>> = {
  CANCEL_WITH_BLOCK: 1,
  REDUCE_WITH_BLOCK: 2,
  REDUCE: 3,
};
const ALGO_STRATEGIES: Readonly<Record<AlgoName, string>> = { ADAPTIVE: "Adaptive", TWAP: "Twap", VWAP: "Vwap" };

/** A leg's type, prices and attributes in the words of the simulated broker: the same that it reads from the wire. */
export function requestTerms(leg: OrderLeg): Pick<OrderRequest, "ordType"> & Partial<OrderRequest> {
  const { trails } = ORDER_TYPES[leg.ordType];
  return {
    ordType: ORD_TYPES[leg.ordType],
    lmtPx: leg.lmtPx,
    stopPx: trails ? undefined : leg.stopPx,
    trailStopPx: trails ? leg.stopPx : undefined,
    trailingAmount: leg.trailAmt,
    trailingMicros: leg.trailPercent,
    lmtPxOffset: leg.lmtOffset,
    pegOffsetPx: leg.pegOffset,
    outsideRth: leg.outsideRth,
    goodAfterUs: leg.goodAfterUs,
    goodTillUs: leg.goodTillUs,
    allOrNone: leg.allOrNone,
    hidden: leg.hidden,
    displayQty: leg.displayQty,
    minQty: leg.minQty,
    triggerMethod: leg.triggerMethod === undefined ? undefined : TRIGGER_METHODS[leg.triggerMethod],
    ocaGroup: leg.ocaGroup,
    ocaType: leg.ocaType === undefined ? undefined : OCA_TYPES[leg.ocaType],
    algo:
      leg.algo === undefined
        ? undefined
        : {
            strategy: ALGO_STRATEGIES[leg.algo.name],
            params: leg.algo.params.map(({ tag, value }) => [tag, value] as const),
          },
  };
}
