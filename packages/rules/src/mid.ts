import { type Px, mulDiv, px } from "@bowline/kernel";
import type { QuoteFacts } from "./facts.ts";

/** The price between bid and ask, rounded half to even to a millionth. */
export const midOf = ({ bidPx, askPx }: QuoteFacts): Px => px(mulDiv(Number(bidPx) + Number(askPx), 1, 2));
