/** How the broker behaves where IB's documents leave it open. Every member is described in `BEHAVIOURS`. */
export type Behaviour = {
  readonly defaultTriggerMethod: 2 | 4 | 7;
  readonly groupOcaType: 1 | 2 | 3;
  readonly childOcaType: 1 | 2 | 3;
  readonly partlyFilledParentCanceled: "CANCEL_CHILDREN" | "RELEASE_CHILDREN";
  readonly conditionPrecedence: "LEFT_TO_RIGHT" | "AND_FIRST";
  readonly hoursWarning: "AFTER_STATUS" | "BEFORE_ORDER";
  readonly closingCutOffSeconds: number;
  readonly maxOrdersPerSide: number;
  readonly locateSeconds: number;
  readonly shortSaleRule: "HOLD" | "OFF";
  readonly cancelTakesMs: number;
  readonly inactiveRevival: boolean;
  readonly modifyMarginCheck: boolean;
  readonly openingFills: "LIMIT" | "OPEN";
  readonly adaptiveSeconds: number;
  readonly initialMargin: "INTRADAY" | "REG_T";
  readonly openOrdersReserve: boolean;
  readonly whatIfCommission: "ALL" | "BY_PLAN";
  readonly whatIfWarning: boolean;
  readonly stagedOrders: "TOLD" | "SILENT";
  readonly globalCancelOfEnded: boolean;
  readonly wording: "CLASSIC" | "RECENT";
  readonly expiredStatus: "Expired" | "Cancelled by System";
};

/** One switch: what it does, what it may be, and who says so. */
export type BehaviourSwitch<T> = {
  readonly default: T;
  readonly values: readonly T[] | string;
  readonly source: string;
  readonly does: string;
};

/** All switches. The documentation's table is made from this one. */
export const BEHAVIOURS: { readonly [Name in keyof Behaviour]: BehaviourSwitch<Behaviour[Name]> } = {
  defaultTriggerMethod: {
    default: 7,
    values: [2, 4, 7],
    source:
      "https://interactivebrokers.github.io/tws-api/trigger_method_limit.html says last (2) for stocks; 7 is the careful reading for 5-second steps",
    does: "What triggers a stop whose order names no trigger method: trades (2), quotes (4), either (7)",
  },
  groupOcaType: {
    default: 1,
    values: [1, 2, 3],
    source: "Not documented; TWS tells type 3 for orders that name none, clients expect a cancel",
    does: "The OCA type of a group whose orders name none",
  },
  childOcaType: {
    default: 1,
    values: [1, 2, 3],
    source: "IB's page on brackets says that a fill of one child cancels the other; nothing is said of partial fills",
    does: "The OCA type that the children of one parent form",
  },
  partlyFilledParentCanceled: {
    default: "CANCEL_CHILDREN",
    values: ["CANCEL_CHILDREN", "RELEASE_CHILDREN"],
    source: "Not documented for parents that were filled in part",
    does: "What becomes of the children when the rest of a partly filled parent is canceled",
  },
  conditionPrecedence: {
    default: "LEFT_TO_RIGHT",
    values: ["LEFT_TO_RIGHT", "AND_FIRST"],
    source: "Not documented",
    does: "How conditions that are tied by both and and or are read",
  },
  hoursWarning: {
    default: "BEFORE_ORDER",
    values: ["AFTER_STATUS", "BEFORE_ORDER"],
    source: "Recorded gateways of 2026 send it before the first openOrder",
    does: "Whether 399 for an order outside hours comes after or before its openOrder and orderStatus",
  },
  closingCutOffSeconds: {
    default: 600,
    values: "whole seconds before the close",
    source: "Unconfirmed, from memory: NYSE 15:50, Nasdaq 15:55; what IB adds to that is not documented",
    does: "From when on a new MOC or LOC order is rejected with 201",
  },
  maxOrdersPerSide: {
    default: 20,
    values: "a whole number",
    source:
      "IB, order limitations: 20 active orders per contract, side and account; the text of the 201 is not documented",
    does: "One more working order in the same contract on the same side of the same account is rejected with 201",
  },
  locateSeconds: {
    default: 60,
    values: "whole seconds",
    source: "Not documented; 404 itself is",
    does: "How long a short sale of a symbol that is hard to borrow is held until shares are located",
  },
  shortSaleRule: {
    default: "HOLD",
    values: ["HOLD", "OFF"],
    source:
      "Regulation SHO, rule 201: no short sale at or below the best bid while the restriction lasts; that IB holds the order instead of rejecting it is unconfirmed, exchanges move its price to one increment above the bid",
    does: "A short sale of a symbol that the market marks as restricted stands one increment above the bid, or at its limit where that is higher, until somebody buys there. Auctions are free of it",
  },
  cancelTakesMs: {
    default: 0,
    values: "whole milliseconds",
    source: "Depends on the exchange",
    does: "How long a cancel is PendingCancel; a fill may come first, and then 10148 answers the cancel",
  },
  inactiveRevival: {
    default: true,
    values: [true, false],
    source: "IB's page on order states says that Inactive orders may work again; that a modify does it is unconfirmed",
    does: "A placeOrder with the id of an Inactive order tries it again under its permId; where it is off, 103",
  },
  modifyMarginCheck: {
    default: true,
    values: [true, false],
    source: "Not documented",
    does: "A modify that the account does not carry answers 201 and leaves the order as it was",
  },
  openingFills: {
    default: "LIMIT",
    values: ["LIMIT", "OPEN"],
    source: "An auction fills at its price; LIMIT is the careful reading where the first bar is no auction",
    does: "At which price a resting limit fills that the first trade of a session goes through: its own, or the open",
  },
  adaptiveSeconds: {
    default: 30,
    values: "whole seconds",
    source: "Unconfirmed: IB names the priorities of Adaptive, not their times",
    does: "How long an Adaptive order of normal priority stays at the mid-point; Urgent a sixth of it, Patient four times",
  },
  initialMargin: {
    default: "INTRADAY",
    values: ["INTRADAY", "REG_T"],
    source:
      "Unconfirmed: IB asks at the time of trade for its own requirement, for Regulation T's at the end of the day",
    does: "What an account with margin terms must have to open a position: the maintenance margin, or Regulation T's half",
  },
  openOrdersReserve: {
    default: true,
    values: [true, false],
    source:
      "Unconfirmed, from memory: IB checks a new order against what the account's working orders leave; how it counts several on one side, or of one group, is not documented",
    does: "Working orders reserve margin: a new order must be carried together with what they would add (201). Orders that only make a position smaller reserve nothing, of one group the largest counts",
  },
  whatIfCommission: {
    default: "ALL",
    values: ["ALL", "BY_PLAN"],
    source:
      "A recorded fixed account tells the commission alone; clients' own tests wait for minCommission or maxCommission, which a tiered one tells",
    does: "What a what-if tells of its costs: commission, minCommission and maxCommission always; or the commission alone under a fixed plan, and least and most alone under a tiered one",
  },
  whatIfWarning: {
    default: true,
    values: [true, false],
    source:
      "IB's class reference has warningText for a warning about the order; that it has these words is unconfirmed",
    does: "The warningText of a what-if says why the order would be rejected (201)",
  },
  stagedOrders: {
    default: "SILENT",
    values: ["TOLD", "SILENT"],
    source: "Recorded gateways of 2026 send nothing for an order with transmit off until it is transmitted",
    does: "Whether openOrder and orderStatus (PendingSubmit) tell of an order that is only staged; reqOpenOrders always does",
  },
  globalCancelOfEnded: {
    default: true,
    values: [true, false],
    source: "Recorded gateways of 2026",
    does: "reqGlobalCancel also answers 161 for each order of its client that ended on the same day",
  },
  wording: {
    default: "CLASSIC",
    values: ["CLASSIC", "RECENT"],
    source:
      "CLASSIC: users' logs of many years (10148 can not be cancelled; 399 Warning: your order). RECENT: recorded gateways of 2026 (cannot be cancelled; Warning: Your order, with a full stop)",
    does: "Which words the answers 10148 and 399 have",
  },
  expiredStatus: {
    default: "Expired",
    values: ["Expired", "Cancelled by System"],
    source: "Recorded gateways of 2026; older ones are not known",
    does: "What a completed order says that ended with its time in force",
  },
};

/** The switches as they are asked for, the others at their defaults. */
export const makeBehaviour = (wish: Partial<Behaviour> = {}): Behaviour => ({
  ...(Object.fromEntries(Object.entries(BEHAVIOURS).map(([name, { default: value }]) => [name, value])) as Behaviour),
  ...wish,
});
