import type { Style as StyleName } from "@bowline/contracts";
import { breakEven } from "./break-even.ts";
import { iceberg } from "./iceberg.ts";
import { ladder } from "./ladder.ts";
import { plain } from "./plain.ts";
import type { Style } from "./style.ts";
import { trailingStop } from "./trailing-stop.ts";
import { twap } from "./twap.ts";

/** Every style, in the order of the documentation. */
export const STYLE_TABLE: Readonly<Record<StyleName, Style>> = {
  PLAIN: plain,
  TWAP: twap,
  ICEBERG: iceberg,
  TRAILING_STOP: trailingStop,
  BREAK_EVEN: breakEven,
  LADDER: ladder,
};
