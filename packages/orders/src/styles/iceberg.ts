import { MICROS, qty } from "@bowline/kernel";
import { endWith } from "./plain.ts";
import { haltedBy, isOpenChild, remainingOf, type Style, WAITING } from "./style.ts";

/** A limit order of which a part works at a time; a part that filled is followed by the next. */
export const iceberg: Style = {
  name: "ICEBERG",
  doc: "A limit order of which a part works at a time; a part that filled is followed by the next, a part that ended otherwise by none.",
  fault({ ordType, orderQty }, { showQty = qty(0) }) {
    if (ordType !== "LMT") return "only a limit order can be an iceberg";
    if (showQty <= 0 || showQty % MICROS !== 0) return "the shown quantity must be whole shares";
    return showQty > orderQty ? "the shown quantity is more than the order" : undefined;
  },
  next(view) {
    const { children, order, params } = view;
    const halted = haltedBy(view);
    if (halted !== undefined) return halted;
    if (children.some(isOpenChild)) return WAITING;
    const last = children.at(-1);
    if (last !== undefined && last.end !== "FILLED") return endWith(last);
    const orderQty = qty(Math.min(params.showQty ?? 0, remainingOf(view)));
    return { commands: [{ type: "PLACE", key: `part:${children.length + 1}`, terms: { ...order, orderQty } }] };
  },
};
