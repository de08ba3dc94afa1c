import { type Fields, type FlatField, shaped } from "../layout/index.ts";
import type { WireAdjustedOrder, WireOrder, WireOrderRare, WireScale } from "../wire-types.ts";
import { SCALE_REST } from "./parts.ts";

/**
 * On the wire an order's fields stand in one long line, among those of the message. Here they are sorted: what every order has
 * into `order`, what few have into `order.rare`, the rest into the message.
 */

type Flat = Record<string, unknown>;

const COMMON: ReadonlySet<string> = new Set([
  "action",
  "totalQty",
  "orderType",
  "lmtPx",
  "auxPx",
  "tif",
  "ocaGroup",
  "account",
  "openClose",
  "origin",
  "orderRef",
  "transmit",
  "parentId",
  "outsideRth",
  "hidden",
  "whatIf",
  "ocaType",
  "triggerMethod",
  "goodAfterTime",
  "goodTillDate",
] satisfies readonly (keyof WireOrder)[]);

/** The fields that become one value of their own. */
const ADJUSTED = {
  orderType: "adjustedOrderType",
  triggerPx: "adjustedTriggerPx",
  lmtPxOffset: "lmtPxOffset",
  stopPx: "adjustedStopPx",
  stopLimitPx: "adjustedStopLimitPx",
  trailingAmount: "adjustedTrailingAmount",
  trailingUnit: "adjustedTrailingUnit",
} as const;
const SCALE = ["scaleInitLevelSize", "scaleSubsLevelSize", "scalePriceIncrement"] as const;
const GATHERED: ReadonlySet<string> = new Set([...Object.values(ADJUSTED), ...SCALE, ...SCALE_REST]);

export const withOrder = <T extends { readonly order: WireOrder }>(
  messageKeys: readonly (keyof T & string)[],
  fields: Fields,
): FlatField<T> =>
  shaped<Fields, T>(
    fields,
    (flat) => sorted(flat as Flat, new Set(messageKeys)) as T,
    ({ order: { rare, ...order }, ...message }) => ({ ...message, ...order, ...(rare && spread(rare)) }) as never,
  );

function sorted(flat: Flat, messageKeys: ReadonlySet<string>): object {
  const message: Flat = {};
  const order: Flat = {};
  const rare: Flat = {};
  for (const [key, value] of Object.entries(flat)) {
    if (GATHERED.has(key)) continue;
    const part = messageKeys.has(key) ? message : COMMON.has(key) ? order : rare;
    part[key] = value;
  }
  const adjusted = adjustedOf(flat);
  if (adjusted !== undefined) rare.adjusted = adjusted;
  const scale = scaleOf(flat);
  if (scale !== undefined) rare.scale = scale;
  return { ...message, order: Object.keys(rare).length === 0 ? order : { ...order, rare } };
}

/** Absent where the order does not become another one. The offset belongs to TRAIL LIMIT orders too. */
function adjustedOf(flat: Flat): WireAdjustedOrder | undefined {
  if (flat.adjustedOrderType === undefined && flat.lmtPxOffset === undefined) return undefined;
  const set = Object.entries(ADJUSTED).filter(([, key]) => flat[key] !== undefined);
  return { orderType: "", trailingUnit: 0, ...Object.fromEntries(set.map(([name, key]) => [name, flat[key]])) };
}

function scaleOf(flat: Flat): WireScale | undefined {
  const [initLevelSize, subsLevelSize, priceIncrement] = SCALE.map((key) => flat[key] as string | undefined);
  if (initLevelSize === undefined && subsLevelSize === undefined && priceIncrement === undefined) return undefined;
  return {
    initLevelSize: initLevelSize ?? "",
    subsLevelSize: subsLevelSize ?? "",
    priceIncrement: priceIncrement ?? "",
    rest: SCALE_REST.flatMap((key) => (flat[key] as string | undefined) ?? []),
  };
}

function spread({ adjusted, scale, ...rare }: WireOrderRare): Flat {
  const flat: Flat = { ...rare };
  if (adjusted !== undefined) {
    for (const [name, key] of Object.entries(ADJUSTED)) flat[key] = adjusted[name as keyof WireAdjustedOrder];
    if (adjusted.orderType === "") delete flat.adjustedOrderType;
  }
  if (scale !== undefined) {
    const sizes = [scale.initLevelSize, scale.subsLevelSize, scale.priceIncrement];
    SCALE.forEach((key, index) => (flat[key] = sizes[index] || undefined));
    SCALE_REST.forEach((key, index) => (flat[key] = scale.rest[index] ?? ""));
  }
  return flat;
}
