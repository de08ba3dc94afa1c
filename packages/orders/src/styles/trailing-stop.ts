import { isReduceOnly } from "../terms/order-types.ts";
import { MICROS, mulDiv, type Px, US_PER_MINUTE } from "@bowline/kernel";
import { haltedBy, isOpenChild, type Memory, remainingOf, type Style, type StyleView, WAITING } from "./style.ts";

/** The best middle so far: the highest where it protects what is held, the lowest where it protects a short position. */
function bestOf({ order, memory, midPx }: StyleView): number | undefined {
  const { best } = memory;
  if (midPx === undefined || best === undefined) return midPx ?? best;
  return order.side === "BUY" ? Math.min(best, midPx) : Math.max(best, midPx);
}

function isHit({ order, params }: StyleView, midPx: Px, best: number): boolean {
  const distance = params.trailAmt ?? mulDiv(best, params.trailPercent ?? 0, MICROS);
  return order.side === "BUY" ? midPx >= best + distance : midPx <= best - distance;
}

/**
 * Our own trailing stop, on the middle of the quote: for what the broker cannot hold. It lives in this system alone; while
 * that is down nothing protects the position.
 */
export const trailingStop: Style = {
  name: "TRAILING_STOP",
  doc: "Our own trailing stop on the middle of the quote. It works only while this system does; a refused exit is tried again after a minute.",
  fault(order, { trailAmt, trailPercent }) {
    if (!isReduceOnly(order)) return "a stop must be an exit";
    if (order.ordType !== "MKT") return "it leaves with a market order";
    return (trailAmt === undefined) === (trailPercent === undefined) ? "either trailAmt or trailPercent" : undefined;
  },
  next(view) {
    const { order, children, midPx, nowUs, memory } = view;
    const halted = haltedBy(view);
    if (halted !== undefined) return halted;
    const best = bestOf(view);
    if (best === undefined) return WAITING;
    const isFired = memory["fired"] === 1 || (midPx !== undefined && isHit(view, midPx, best));
    const now: Memory = { ...memory, best, fired: isFired ? 1 : 0 };
    const waits = children.some(isOpenChild) || nowUs < (memory["again"] ?? 0) || !view.isOpen;
    if (!isFired || waits) return { memory: now, commands: [] };
    const terms = { ...order, orderQty: remainingOf(view) };
    return {
      memory: { ...now, again: nowUs + US_PER_MINUTE },
      commands: [{ type: "PLACE", key: `stop:${children.length + 1}`, terms }],
    };
  },
};
