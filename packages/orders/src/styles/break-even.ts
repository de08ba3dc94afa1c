import { US_PER_MINUTE } from "@bowline/kernel";
import { isReduceOnly } from "../terms/order-types.ts";
import { endWith } from "./plain.ts";
import { type Child, haltedBy, type Style, type StyleStep, type StyleView, WAITING } from "./style.ts";

function isArmed({ order, params, midPx, memory }: StyleView): boolean {
  if (memory["armed"] === 1) return true;
  if (midPx === undefined || params.armPx === undefined) return false;
  return order.side === "BUY" ? midPx <= params.armPx : midPx >= params.armPx;
}

/** The move, once a minute until it is done. */
function moveOf({ params, nowUs, memory }: StyleView, { clOrdId, status, stopPx, replacing }: Child): StyleStep {
  const { breakEvenPx } = params;
  const now = { ...memory, armed: 1 };
  const waits = status !== "WORKING" || replacing === true || nowUs < (memory["again"] ?? 0);
  if (breakEvenPx === undefined || stopPx === breakEvenPx || waits) return { memory: now, commands: [] };
  const moves = (memory["moves"] ?? 0) + 1;
  return {
    memory: { ...now, moves, again: nowUs + US_PER_MINUTE },
    commands: [{ type: "REPLACE", clOrdId, key: `move:${moves}`, stopPx: breakEvenPx }],
  };
}

/** A stop at the broker that moves once, when the market has gone far enough our way. */
export const breakEven: Style = {
  name: "BREAK_EVEN",
  doc: "A stop at the broker that moves to `breakEvenPx` once the middle of the quote has reached `armPx`; until the move is done the old stop protects.",
  fault(order, { armPx, breakEvenPx }) {
    const { stopPx, side } = order;
    if (!isReduceOnly(order)) return "a stop must be an exit";
    if (order.ordType !== "STP" || stopPx === undefined) return "it begins with a stop order";
    if (armPx === undefined || breakEvenPx === undefined) return "armPx and breakEvenPx are needed";
    const rises = side === "BUY" ? [armPx, breakEvenPx, stopPx] : [stopPx, breakEvenPx, armPx];
    return rises.every((price, index) => index === 0 || price > (rises[index - 1] ?? 0))
      ? undefined
      : "the stop, its new place and the price that moves it must follow one another";
  },
  next(view) {
    const { order, children } = view;
    const halted = haltedBy(view);
    if (halted !== undefined) return halted;
    const [stop] = children;
    if (stop === undefined) return { commands: [{ type: "PLACE", key: "stop", terms: order }] };
    if (stop.status === "ENDED") return endWith(stop);
    return isArmed(view) ? moveOf(view, stop) : WAITING;
  },
};
