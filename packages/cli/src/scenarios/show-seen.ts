import type { Order } from "@bowline/contracts";
import { shown } from "./scenario-parts.ts";
import type { ExpectedOrder } from "./scenario-file.ts";
import type { Seen, SeenVerdict } from "./seen.ts";

type Shown = readonly (readonly [keyof ExpectedOrder, string | undefined])[];

const partsOf = ({ side, orderQty, ordType, lmtPx, stopPx, bracket }: Order): Shown => [
  ["side", side],
  ["quantity", shown(orderQty)],
  ["type", ordType],
  ["limit", lmtPx === undefined ? undefined : shown(lmtPx)],
  ["stop", bracket === undefined ? stopPx && shown(stopPx) : shown(bracket.stopPx)],
  ["target", bracket === undefined ? undefined : shown(bracket.targetLmtPx)],
];

const wantedParts = ({ side, quantity, type, limit, stop, target }: ExpectedOrder): Shown => [
  ["side", side],
  ["quantity", quantity?.toString()],
  ["type", type],
  ["limit", limit === undefined ? undefined : shown(limit)],
  ["stop", stop === undefined ? undefined : shown(stop)],
  ["target", target === undefined ? undefined : shown(target)],
];

/** Whether an order is all that is said of it. */
export function fits(order: Order, wanted: ExpectedOrder | undefined): boolean {
  if (wanted === undefined) return false;
  const seen = new Map(partsOf(order));
  return wantedParts(wanted).every(([name, value]) => value === undefined || seen.get(name) === value);
}

const SAID = new Set<keyof ExpectedOrder>(["limit", "stop", "target"]);

const show = (parts: Shown): string =>
  parts
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => (SAID.has(name) ? `${name} ${value}` : value))
    .join(" ");
export const showOrder = (order: Order): string => show(partsOf(order));
export const showWanted = (order: ExpectedOrder): string => show(wantedParts(order));

export function showVerdict({ decision: { rule, outcome, firstBlocker, leaves } }: SeenVerdict): string {
  if (outcome === "FIRED") return `${rule} fired`;
  const leaf = leaves.find(({ name }) => name === firstBlocker);
  const why = leaf === undefined ? "" : ` (${leaf.value}, needs ${leaf.threshold}: ${leaf.result})`;
  return `${rule} is blocked by ${firstBlocker}${why}`;
}

export function showAct(act: Seen): string {
  const of = `${act.symbol}: ${act.rule}`;
  if (act.is === "denial") return `${of} is denied for ${act.codes.join(", ")}`;
  const orders = act.orders.map(showOrder).join("; ");
  return `${of} ${act.is === "firing" ? "fires" : "orders"}${orders === "" ? "" : `: ${orders}`}`;
}
