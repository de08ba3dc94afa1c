import { strict } from "@bowline/config";
import { type Px, type Qty, MICROS, addQty, formatMicros, mulDiv, px, shares, subQty } from "@bowline/kernel";
import { CENT, ceilToCent, floorToCent } from "../cents.ts";
import { collar } from "../collar.ts";
import { type Formula, defineAction } from "../define-action.ts";
import { type Facts, MOST_PX, type WorkingOrder } from "../facts.ts";
import { makeLeaf } from "../leaf.ts";
import { type ChangePlan, type NoPlan, noPlan } from "../plans.ts";
import { CHANGE_WITHIN_MS } from "../protection/move-stops.ts";
import { quoteNeed } from "../protection/needs.ts";
import { leavesOf } from "../protection/orders.ts";
import { step } from "../protection/price-from.ts";
import { decimal, formula } from "../schema-parts.ts";

const NAME = "replace";

const schema = strict({
  /** An expression that comes to dollars. */
  price: formula.optional(),
  /** So far through the opposite quote, as `enter` has it. */
  collarBps: decimal(0, 500).optional(),
}).refine(
  ({ price, collarBps }) => (price === undefined) !== (collarBps === undefined),
  "exactly one of price, collarBps is needed",
);

type Entry = WorkingOrder & { readonly lmtPx: Px };

/** The limit order that enters; `undefined` where none works, or more than one. */
function entryOf({ working }: Facts): Entry | undefined {
  const entries = working.filter((order): order is Entry => order.leg === "ENTRY" && order.lmtPx !== undefined);
  return entries.length === 1 ? entries[0] : undefined;
}

/** The stop that waits for what the entry brings. */
const stopPxOf = ({ working }: Facts, { side }: Entry): Px | undefined =>
  working.find((order) => order.leg === "STOP" && (order.side === "BUY") !== (side === "BUY"))?.stopPx;

export const replace = defineAction({
  name: NAME,
  doc: "Gives the working limit order of an entry another limit: a `price` (an expression), or `collarBps` through the quote as it is now. Where that is worse, the order becomes smaller, so that its stop costs no more than before. The gate asks all its checks anew.",
  claims: ["orders"],
  opens: true,
  schema,
  compile({ price, collarBps }, formulaOf) {
    const wanted = price === undefined ? undefined : formulaOf(price, "price", ["price"]);
    return {
      needs: [
        makeLeaf({
          name: `${NAME}.order`,
          threshold: "one limit entry works",
          read: entryOf,
          holds: () => true,
          show: ({ lmtPx }) => formatMicros(lmtPx),
        }),
        makeLeaf({
          name: `${NAME}.exit`,
          threshold: "none under way",
          read: (facts) => facts.exiting,
          holds: (exiting) => !exiting,
          show: (exiting) => (exiting ? "under way" : "none"),
        }),
        quoteNeed(NAME),
      ],
      plan: (facts) => planOf(facts, wanted, collarBps),
    };
  },
});

function planOf(facts: Facts, wanted: Formula | undefined, collarBps: number | undefined): ChangePlan | NoPlan {
  const entry = entryOf(facts);
  if (entry === undefined || facts.quote === undefined) return noPlan(`${NAME}.facts`, "missing", "present");
  const long = entry.side === "BUY";
  const { bidPx, askPx } = facts.quote;
  const level = wanted === undefined ? undefined : (wanted.value(facts) as number | undefined);
  if (wanted !== undefined && level === undefined) return noPlan(`${NAME}.price`, "UNKNOWN", "a price");
  const lmtPx =
    level === undefined ? collar(long, long ? askPx : bidPx, collarBps ?? 0) : (long ? floorToCent : ceilToCent)(level);
  return changeOf(facts, entry, lmtPx);
}

function changeOf(facts: Facts, entry: Entry, lmtPx: Px): ChangePlan | NoPlan {
  const stopPx = stopPxOf(facts, entry);
  const steps = [
    step("lmtPx", entry.lmtPx),
    step("newLmtPx", lmtPx),
    ...(stopPx === undefined ? [] : [step("stopPx", stopPx)]),
  ];
  const refuse = (what: string, value: string, threshold: string): NoPlan =>
    noPlan(`${NAME}.${what}`, value, threshold, steps);
  if (lmtPx < CENT || lmtPx > MOST_PX) return refuse("price", formatMicros(lmtPx), "a price");
  if (entry.changing) return refuse("change", "under way", "none under way");
  if (stopPx === undefined) return refuse("stop", "UNKNOWN", "works at the broker");
  if (lmtPx === entry.lmtPx) return refuse("moves", formatMicros(lmtPx), `≠ ${formatMicros(entry.lmtPx)}`);
  const [before, after] = [riskOf(entry, entry.lmtPx, stopPx), riskOf(entry, lmtPx, stopPx)];
  if (after <= 0) return refuse("stop", formatMicros(stopPx), `on the losing side of ${formatMicros(lmtPx)}`);
  const leaves = withinRisk(leavesOf(entry), before, after);
  if (leaves <= 0) return refuse("size", "0 shares", "≥ 1 share");
  const cut = leaves < leavesOf(entry) ? { orderQty: addQty(entry.cumQty, leaves) } : {};
  return {
    type: "change",
    changes: [{ clOrdId: entry.clOrdId, lmtPx, ...cut }],
    expiresMs: CHANGE_WITHIN_MS,
    reason: NAME,
    sizing: [...steps, { key: "shares", value: formatMicros(leaves) }],
  };
}

/** What a share loses from a limit to the stop. */
const riskOf = ({ side }: Entry, lmtPx: Px, stopPx: Px): Px =>
  px(Math.max(0, side === "BUY" ? lmtPx - stopPx : stopPx - lmtPx));

/** As many whole shares, and no more than before, as lose no more at the stop than they would have. */
function withinRisk(leavesQty: Qty, before: Px, after: Px): Qty {
  if (after <= before) return leavesQty;
  const most = shares(Math.floor(mulDiv(leavesQty, before, after) / MICROS));
  // Rounded half to even, the quotient may be a micro too large.
  const isTooMuch = mulDiv(most, after, MICROS) > mulDiv(leavesQty, before, MICROS);
  return isTooMuch ? subQty(most, shares(1)) : most;
}
