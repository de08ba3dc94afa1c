import { UNSET_INT } from "../field-text.ts";
import { amount, bool, flag, int, intOr, literal, microsOr, text, textOr, until } from "../layout/index.ts";
import { SINCE } from "../protocol-version.ts";
import { algo, combo, deltaNeutralContract, hedge, legsDescription, scale } from "./parts.ts";

/** Runs of fields that openOrder and completedOrder have in common. */

/** action .. orderRef. A price that does not apply is 0.0, as TWS sends it. */
export const terms = {
  action: text,
  totalQty: microsOr(""),
  orderType: text,
  lmtPx: microsOr("0.0"),
  auxPx: microsOr("0.0"),
  tif: text,
  ocaGroup: text,
  account: text,
  openClose: text,
  origin: int,
  orderRef: text,
};

/** outsideRth .. goodAfterTime. */
export const timing = {
  outsideRth: bool,
  hidden: bool,
  discretionaryAmt: microsOr("0"),
  goodAfterTime: text,
};

/** faGroup .. exemptCode. */
export const allocation = {
  faGroup: textOr(),
  faMethod: textOr(),
  faPercentage: textOr(),
  faProfile: until(SINCE.faProfileGone, literal("")),
  modelCode: textOr(),
  goodTillDate: text,
  rule80A: textOr(),
  percentOffset: amount,
  settlingFirm: textOr(),
  shortSaleSlot: intOr("0"),
  designatedLocation: textOr(),
  exemptCode: intOr("-1"),
};

/** startingPrice .. displaySize. */
export const box = {
  startingPx: microsOr(""),
  stockRefPx: microsOr(""),
  delta: amount,
  stockRangeLowerPx: microsOr(""),
  stockRangeUpperPx: microsOr(""),
  displaySize: intOr(UNSET_INT),
};

/** continuousUpdate .. trailingPercent. */
export const trail = {
  continuousUpdate: flag,
  referencePriceType: intOr("0"),
  trailStopPx: microsOr(""),
  trailingPercent: amount,
};

/** comboLegsDescrip .. hedgeParam. */
export const comboAndScale = {
  comboLegsDescription: legsDescription,
  ...combo,
  ...scale(UNSET_INT),
  hedge,
};

/** clearingAccount .. solicited. */
export const clearingAndAlgo = {
  clearingAccount: textOr(),
  clearingIntent: textOr("IB"),
  notHeld: flag,
  deltaNeutralContract,
  algo,
  solicited: flag,
};
