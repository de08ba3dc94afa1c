import { MICROS, mulDiv, qty, US_PER_MINUTE, US_PER_SECOND } from "@bowline/kernel";
import {
  type Child,
  type Command,
  done,
  haltedBy,
  isOpenChild,
  remainingOf,
  type Style,
  type StyleStep,
  type StyleView,
  WAITING,
} from "./style.ts";

const MOST_SLICES = 1000;

/** How many slices are due by now. */
function dueOf({ nowUs, startUs, params }: StyleView): number {
  const { overSeconds = 1, slices = 1 } = params;
  const everyUs = Math.floor((overSeconds * US_PER_SECOND) / slices);
  return Math.min(slices, Math.floor((nowUs - startUs) / everyUs) + 1);
}

/** What should have gone out with so many slices, in whole shares; the last takes what is left. */
function scheduledQty({ order, params }: StyleView, due: number): number {
  const { slices = 1 } = params;
  if (due >= slices) return order.orderQty;
  const share = mulDiv(order.orderQty, due, slices);
  return share - (share % MICROS);
}

/** After its time: what works is canceled, and asked for again after a minute where that has no answer. */
function endOf({ memory, nowUs }: StyleView, open: readonly Child[]): StyleStep {
  const reason = "its time is over";
  if (open.length === 0) return done("STOPPED", reason);
  if (nowUs < (memory["again"] ?? 0)) return WAITING;
  return {
    memory: { ...memory, again: nowUs + US_PER_MINUTE },
    commands: open.map(({ clOrdId }): Command => ({ type: "CANCEL", clOrdId, reason })),
  };
}

/** Equal parts at equal times. What one slice could not have, the next takes along. */
export const twap: Style = {
  name: "TWAP",
  doc: "Equal parts at equal times; what a slice did not fill goes with the next, and nothing goes out after the last.",
  fault({ orderQty }, { overSeconds = 0, slices = 0 }) {
    if (slices < 1 || slices > MOST_SLICES) return `slices must be from 1 to ${MOST_SLICES}`;
    if (overSeconds < slices) return "there must be at least a second for each slice";
    return orderQty < slices * MICROS ? "there is not a whole share for each slice" : undefined;
  },
  next(view) {
    const { children, order, memory, params, startUs, nowUs } = view;
    const halted = haltedBy(view);
    if (halted !== undefined) return halted;
    const endUs = startUs + (params.overSeconds ?? 0) * US_PER_SECOND;
    const open = children.filter(isOpenChild);
    if (nowUs >= endUs) return endOf(view, open);
    const due = dueOf(view);
    if (!view.isOpen || memory["slice"] === due) return WAITING;
    const behind = scheduledQty(view, due) - (order.orderQty - remainingOf(view));
    if (behind <= 0) return { memory: { slice: due }, commands: [] };
    const terms = { ...order, orderQty: qty(behind) };
    return { memory: { slice: due }, commands: [{ type: "PLACE", key: `slice:${due}`, terms }] };
  },
};
