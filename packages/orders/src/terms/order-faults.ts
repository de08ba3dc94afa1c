import type { Bracket, Order, TimeInForce } from "@bowline/contracts";
import { MICROS, type Px, type Qty, US_PER_SECOND } from "@bowline/kernel";
import { isReduceOnly, type OrdTypeRow, ORDER_TYPES, PRICE_FIELDS, type PriceField } from "./order-types.ts";

/** One thing that is wrong with an order by itself. */
export type OrderFault = {
  readonly code:
    | "MISSING"
    | "NOT_TAKEN"
    | "TIME_IN_FORCE"
    | "NOT_POSITIVE"
    | "NOT_WHOLE"
    | "OFF_INCREMENT"
    | "TOO_MUCH"
    | "CONTRADICTION";
  readonly field: string;
};

const fault = (code: OrderFault["code"], field: string): OrderFault => ({ code, field });
const when = (isSo: boolean, code: OrderFault["code"], field: string): readonly OrderFault[] =>
  isSo ? [fault(code, field)] : [];

/**
 * Everything that is wrong with an order by itself, before anybody is asked: its prices, its time in force, its attributes,
 * its bracket. `minTick` is the least step of the instrument's prices, in micros; where it is not known, steps are not judged.
 */
export function orderFaults(order: Order, minTick?: Px): readonly OrderFault[] {
  const row = ORDER_TYPES[order.ordType];
  return [
    ...quantityFaults(order),
    ...priceFaults(order, row),
    ...timeFaults(order, row),
    ...attributeFaults(order, row),
    ...(order.bracket === undefined ? [] : bracketFaults(order, order.bracket)),
    ...(minTick === undefined ? [] : incrementFaults(order, minTick)),
  ];
}

function quantityFaults({ orderQty, displayQty, minQty, hidden, allOrNone }: Order): readonly OrderFault[] {
  return [
    ...when(orderQty <= 0, "NOT_POSITIVE", "orderQty"),
    ...sizeFaults("displayQty", displayQty, orderQty),
    ...sizeFaults("minQty", minQty, orderQty),
    ...when(hidden === true && displayQty !== undefined, "CONTRADICTION", "displayQty"),
    ...when(allOrNone === true && minQty !== undefined, "CONTRADICTION", "minQty"),
  ];
}

function sizeFaults(field: string, size: Qty | undefined, orderQty: Qty): readonly OrderFault[] {
  if (size === undefined) return [];
  if (size <= 0) return [fault("NOT_POSITIVE", field)];
  if (size % MICROS !== 0) return [fault("NOT_WHOLE", field)];
  return when(size > orderQty, "TOO_MUCH", field);
}

function priceFaults(order: Order, row: OrdTypeRow): readonly OrderFault[] {
  const { needs, oneOf = [], may = [] } = row;
  const taken: ReadonlySet<PriceField> = new Set([...needs, ...oneOf, ...may]);
  const given = oneOf.filter((field) => order[field] !== undefined).length;
  return [
    ...PRICE_FIELDS.flatMap((field) => [
      ...when(order[field] === undefined && needs.includes(field), "MISSING", field),
      ...when(order[field] !== undefined && !taken.has(field), "NOT_TAKEN", field),
      ...when((order[field] ?? 1) <= 0, "NOT_POSITIVE", field),
    ]),
    ...when((order.trailPercent ?? 0) >= MICROS, "TOO_MUCH", "trailPercent"),
    ...when(oneOf.length > 0 && given === 0, "MISSING", oneOf.join("|")),
    ...when(given > 1, "CONTRADICTION", oneOf.join("|")),
  ];
}

const AT_ONCE: ReadonlySet<TimeInForce> = new Set<TimeInForce>(["IOC", "FOK", "OPG"]);

function timeFaults(order: Order, { timesInForce }: OrdTypeRow): readonly OrderFault[] {
  const { timeInForce, goodAfterUs, goodTillUs, expiresUs } = order;
  const isTill = timeInForce === "GTD";
  const tillUs = goodTillUs ?? Number.MAX_SAFE_INTEGER;
  return [
    ...when(!timesInForce.includes(timeInForce), "TIME_IN_FORCE", "timeInForce"),
    ...when(isTill && goodTillUs === undefined, "MISSING", "goodTillUs"),
    ...when(!isTill && goodTillUs !== undefined, "NOT_TAKEN", "goodTillUs"),
    // The wire knows no parts of a second.
    ...when((goodAfterUs ?? 0) % US_PER_SECOND !== 0, "NOT_WHOLE", "goodAfterUs"),
    ...when((goodTillUs ?? 0) % US_PER_SECOND !== 0, "NOT_WHOLE", "goodTillUs"),
    ...when(tillUs <= (goodAfterUs ?? 0), "CONTRADICTION", "goodTillUs"),
    ...when(tillUs <= expiresUs, "CONTRADICTION", "expiresUs"),
    ...when(goodAfterUs !== undefined && AT_ONCE.has(timeInForce), "NOT_TAKEN", "goodAfterUs"),
  ];
}

function attributeFaults(order: Order, row: OrdTypeRow): readonly OrderFault[] {
  const { outsideRth, triggerMethod, ocaGroup, ocaType, bracket } = order;
  return [
    ...when(outsideRth === true && !row.worksOutside, "NOT_TAKEN", "outsideRth"),
    ...when(triggerMethod !== undefined && row.triggers === undefined, "NOT_TAKEN", "triggerMethod"),
    ...when(ocaType !== undefined && ocaGroup === undefined, "MISSING", "ocaGroup"),
    ...when(ocaGroup !== undefined && ocaType === undefined, "MISSING", "ocaType"),
    ...algoFaults(order, row),
    ...when(bracket !== undefined && isReduceOnly(order), "CONTRADICTION", "bracket"),
  ];
}

function algoFaults({ algo, timeInForce }: Order, { takesAlgo }: OrdTypeRow): readonly OrderFault[] {
  if (algo === undefined) return [];
  return [
    ...when(takesAlgo !== true || timeInForce !== "DAY", "NOT_TAKEN", "algo"),
    ...when(hasRepeats(algo.params.map(({ tag }) => tag)), "CONTRADICTION", "algo"),
  ];
}

const hasRepeats = (list: readonly string[]): boolean => new Set(list).size !== list.length;

function bracketFaults(order: Order, bracket: Bracket): readonly OrderFault[] {
  const { side, orderQty, ordType, lmtPx, clOrdId } = order;
  const { stopPx, targetLmtPx, stopTrailAmt, stopTrailPercent, stopClOrdId, targetClOrdId } = bracket;
  const units = bracket.more?.units ?? [];
  const isAbove = (a: Px, b: Px): boolean => (side === "BUY" ? a > b : a < b);
  const targets = [targetLmtPx, ...units.map((unit) => unit.targetLmtPx)];
  const isEntryBehind = lmtPx !== undefined && ordType === "LMT" && !isAbove(lmtPx, stopPx);
  const partsQty = units.reduce((sum, unit) => sum + unit.orderQty, 0);
  const ids = units.flatMap((unit) => [unit.entryClOrdId, unit.stopClOrdId, unit.targetClOrdId]);
  return [
    ...when(!targets.every((target) => isAbove(target, stopPx)), "CONTRADICTION", "bracket"),
    ...when(isEntryBehind, "CONTRADICTION", "bracket.stopPx"),
    ...when(stopTrailAmt !== undefined && stopTrailPercent !== undefined, "CONTRADICTION", "bracket.stopTrail"),
    ...when(
      units.some((unit) => unit.orderQty <= 0),
      "NOT_POSITIVE",
      "bracket.more",
    ),
    ...when(partsQty > 0 && partsQty >= orderQty, "TOO_MUCH", "bracket.more"),
    ...when(hasRepeats([clOrdId, stopClOrdId, targetClOrdId, ...ids]), "CONTRADICTION", "bracket.clOrdId"),
  ];
}

/** What must stand on the instrument's steps. A distance must too: the broker adds it to prices that do. */
function incrementFaults({ bracket, ...order }: Order, minTick: Px): OrderFault[] {
  const prices: Readonly<Record<string, number | undefined>> = {
    lmtPx: order.lmtPx,
    stopPx: order.stopPx,
    trailAmt: order.trailAmt,
    lmtOffset: order.lmtOffset,
    pegOffset: order.pegOffset,
    "bracket.stopPx": bracket?.stopPx,
    "bracket.targetLmtPx": bracket?.targetLmtPx,
    "bracket.stopTrailAmt": bracket?.stopTrailAmt,
    ...Object.fromEntries(
      (bracket?.more?.units ?? []).map((unit, index) => [`bracket.more.${index}.targetLmtPx`, unit.targetLmtPx]),
    ),
  };
  return Object.entries(prices).flatMap(([field, value]) =>
    value === undefined || value % minTick === 0 ? [] : [fault("OFF_INCREMENT", field)],
  );
}
