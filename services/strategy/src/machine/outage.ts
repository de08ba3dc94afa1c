import {
  MICROS,
  US_PER_MINUTE,
  type Us,
  absQty,
  addUs,
  formatMicros,
  isoOfUs,
  mulDiv,
  qty,
  subQty,
} from "@bowline/kernel";
import type { EventByKind } from "@bowline/contracts";
import { cancelOrders } from "./cancel-orders.ts";
import { startExit } from "./exit.ts";
import { recordStep } from "./records.ts";
import { startReduction } from "./reduce.ts";
import { dropReversal } from "./reverse.ts";
import type { ModelState } from "./model-alive.ts";
import type { Desk, SymbolState } from "./state.ts";
import { isUnflattened } from "./unflattened.ts";

/** What stands as the rule of what an outage leads to. */
const RULE = "on-outage";
const EXPIRES_MS = 2000;
const HALF = MICROS / 2;

/**
 * Called after every entry: the first at which the last prediction has ceased to count begins an outage, in regular trading and once
 * the model had time after the open. Time comes from entries alone, so a replay does the same.
 */
export function watchOutage(desk: Desk): void {
  const { state, strategy } = desk;
  const { predictions } = strategy;
  const { model, session, nowUs } = state;
  if (predictions === undefined || model?.untilUs === undefined || nowUs < model.untilUs) return;
  if (session?.openUs === undefined || !session.regular) return;
  if (nowUs < addUs(session.openUs, predictions.afterOpenMinutes * US_PER_MINUTE)) return;
  if (model.outageUs !== model.untilUs) begin(desk, model, model.untilUs);
  for (const symbol of state.symbols) if (symbol.outageUs !== undefined) reduceForOutage(desk, symbol, symbol.outageUs);
}

function begin(desk: Desk, model: ModelState, sinceUs: Us): void {
  const { state, strategy, group } = desk;
  const onOutage = strategy.predictions?.onOutage;
  model.outageUs = sinceUs;
  desk.emit({
    kind: "control.alert",
    source: "strategy",
    severity: "WARNING",
    code: "PREDICTIONS_SILENT",
    subject: strategy.name,
    detail: `no prediction has counted since ${isoOfUs(sinceUs)}; ${group}: ${onOutage}`,
  });
  if (onOutage === "hold") return;
  for (const symbol of state.symbols) dropReversal(symbol);
  for (const symbol of state.symbols.filter(isUnflattened)) {
    if (onOutage === "flat") {
      const clOrdId = startExit(desk, symbol, firingOf(sinceUs), EXPIRES_MS);
      record(desk, symbol, sinceUs, { clOrdId, sizing: [] });
    } else {
      symbol.outageUs = sinceUs;
      cancelOrders(desk, symbol, firingOf(sinceUs));
    }
  }
}

const firingOf = (sinceUs: Us) => ({ rule: RULE, triggerKey: `outage:${sinceUs}` });

/** Once an outage, as soon as no entry can add to the position any more; not at all where the model is back before. */
function reduceForOutage(desk: Desk, symbol: SymbolState, sinceUs: Us): void {
  const { model } = desk.state;
  const isOver = model?.outageUs !== sinceUs || symbol.exit !== undefined;
  if (!isOver && (symbol.inDoubt || symbol.reduction !== undefined || symbol.orders.some(({ leg }) => leg === "ENTRY")))
    return;
  symbol.outageUs = undefined;
  if (isOver || symbol.quantity === 0) return;
  const held = absQty(symbol.quantity);
  const part = mulDiv(held, desk.strategy.predictions?.reducePercent ?? HALF, MICROS);
  const whole = qty(Math.floor(part / MICROS) * MICROS);
  const sizing = [
    { key: "position", value: formatMicros(held) },
    { key: "shares", value: formatMicros(whole) },
  ];
  if (whole === 0) return record(desk, symbol, sinceUs, { clOrdId: undefined, sizing });
  const plan = { type: "reduce", keepQty: subQty(held, whole), expiresMs: EXPIRES_MS, sizing } as const;
  const clOrdId = startReduction(desk, symbol, plan, firingOf(sinceUs));
  record(desk, symbol, sinceUs, { clOrdId, sizing });
}

type Done = { readonly clOrdId: string | undefined; readonly sizing: EventByKind<"decision">["sizing"] };

/** Why a position was closed or reduced though no rule of the file says so. */
function record(desk: Desk, { symbol }: SymbolState, sinceUs: Us, { clOrdId, sizing }: Done): void {
  recordStep(desk, {
    symbol,
    ...firingOf(sinceUs),
    firstBlocker: clOrdId === undefined ? "reduce.shares" : "",
    leaves: [
      { name: "predictions", value: `silent since ${isoOfUs(sinceUs)}`, threshold: "none counts", result: "TRUE" },
    ],
    sizing,
    ...(clOrdId === undefined ? {} : { clOrdId }),
  });
}
