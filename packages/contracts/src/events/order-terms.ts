import {
  bool,
  int,
  list,
  message,
  nested,
  oneOf,
  optional,
  pxField,
  qtyField,
  string,
  text,
  usField,
} from "../schema/index.ts";
import type { Shape } from "../schema/index.ts";

export const ORD_TYPES = [
  "MKT",
  "LMT",
  "STP",
  "STP_LMT",
  "TRAIL",
  "TRAIL_LIMIT",
  "MIT",
  "LIT",
  "MOC",
  "LOC",
  "MOO",
  "LOO",
  "REL",
  "MIDPRICE",
] as const;
export type OrdType = (typeof ORD_TYPES)[number];
export const TIMES_IN_FORCE = ["DAY", "GTC", "IOC", "GTD", "FOK", "OPG"] as const;
export type TimeInForce = (typeof TIMES_IN_FORCE)[number];
export const TRIGGER_METHODS = [
  "DEFAULT",
  "DOUBLE_BID_ASK",
  "LAST",
  "DOUBLE_LAST",
  "BID_ASK",
  "LAST_OR_BID_ASK",
  "MIDPOINT",
] as const;
export type TriggerMethod = (typeof TRIGGER_METHODS)[number];
export const OCA_TYPES = ["CANCEL_WITH_BLOCK", "REDUCE_WITH_BLOCK", "REDUCE"] as const;
export type OcaType = (typeof OCA_TYPES)[number];
export const ALGO_NAMES = ["ADAPTIVE", "TWAP", "VWAP"] as const;
export type AlgoName = (typeof ALGO_NAMES)[number];

const algoParamMessage = message("AlgoParam", "One parameter of a broker's algorithm, in the broker's words.", {
  tag: string("Name, such as adaptivePriority."),
  value: text("Value as text."),
});
export const algoMessage = message("Algo", "An algorithm of the broker's that works the order.", {
  name: oneOf("AlgoName", ALGO_NAMES, "Which one (FIX 847)."),
  params: list(algoParamMessage, "Its parameters, in the order of sending."),
});

/** What an order may say besides its side, quantity, type, prices and time in force. All of it is absent where it does not apply. */
export const termFields = {
  outsideRth: optional(bool("Works, and triggers, outside regular hours too.")),
  goodAfterUs: optional(usField("The broker holds it until then.")),
  goodTillUs: optional(usField("Ends then; GTD needs it (FIX 126).")),
  allOrNone: optional(bool("Fills whole or not at all.")),
  hidden: optional(bool("Shown to nobody.")),
  displayQty: optional(qtyField("Shown at once, whole shares (FIX 1138).")),
  minQty: optional(qtyField("The first fill has at least so many, whole shares (FIX 110).")),
  trailAmt: optional(pxField("Distance of a trailing stop from the best price.")),
  trailPercent: optional(int("The same as a part of the price, in micros of 1: 10000 is 1 %.")),
  lmtOffset: optional(pxField("TRAIL_LIMIT: how far the limit lies behind the stop.")),
  pegOffset: optional(pxField("REL: how far better than the quote of its own side.")),
  triggerMethod: optional(
    oneOf("TriggerMethod", TRIGGER_METHODS, "Which prices trigger a stop or an if-touched order."),
  ),
  ocaGroup: optional(string("Orders of one group end or reduce one another.")),
  ocaType: optional(oneOf("OcaType", OCA_TYPES, "What a fill of one order of the group does to the others.")),
  algo: optional(nested(algoMessage, "The broker's algorithm that works it.")),
  reduceOnly: optional(
    bool("Never opens or turns a position. The broker has no such flag: the gate and execution enforce it."),
  ),
};

/** The terms of an order, each absent where it does not apply. */
export type OrderTerms = Shape<typeof termFields>;
export const TERM_NAMES = Object.keys(termFields) as readonly (keyof OrderTerms)[];
