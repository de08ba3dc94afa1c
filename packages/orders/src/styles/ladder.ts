import type { StyleParams } from "@bowline/contracts";
import { type Command, done, haltedBy, isOpenChild, type Style, type StyleView, type Terms, WAITING } from "./style.ts";

/** Each step and, where the order has a stop price, a stop of the same size: the broker takes from one what the other fills. */
const rungs = ({ order }: StyleView, { ladder }: StyleParams): readonly Command[] =>
  ladder.flatMap(({ orderQty, lmtPx }, index): Command[] => {
    const { stopPx, clOrdId } = order;
    const place = (key: string, terms: Terms): Command => ({ type: "PLACE", key: `${key}:${index + 1}`, terms });
    if (stopPx === undefined) return [place("rung", { ...order, orderQty, ordType: "LMT", lmtPx })];
    const pair = { ...order, orderQty, ocaGroup: `${clOrdId}.${index + 1}`, ocaType: "REDUCE_WITH_BLOCK" as const };
    return [
      place("guard", { ...pair, ordType: "STP", stopPx, lmtPx: undefined }),
      place("rung", { ...pair, ordType: "LMT", lmtPx, stopPx: undefined }),
    ];
  });

/** Leaves a position in steps, each protected by a stop of its own size. */
export const ladder: Style = {
  name: "LADDER",
  doc: "Limit orders at several prices; with a stop price each has a stop of its own size beside it, and the broker reduces the one by what the other fills.",
  fault({ ordType, orderQty, lmtPx }, params) {
    if (ordType !== "LMT" || lmtPx !== undefined) return "the steps are limit orders with prices of their own";
    if (params.ladder.length === 0) return "there are no steps";
    const sum = params.ladder.reduce((total, rung) => total + rung.orderQty, 0);
    return sum === orderQty && params.ladder.every((rung) => rung.orderQty > 0)
      ? undefined
      : "the steps do not add up to the quantity";
  },
  next(view) {
    const { children, params } = view;
    const halted = haltedBy(view);
    if (halted !== undefined) return halted;
    if (children.length === 0) return { commands: rungs(view, params) };
    return children.some(isOpenChild) ? WAITING : done("STOPPED", "its orders ended before it was filled");
  },
};
