import { choice, strict } from "@bowline/config";
import { defineAction } from "../define-action.ts";
import { whole } from "../schema-parts.ts";

const schema = strict({
  /** The symbol, or the strategy in all its ticker groups. */
  scope: choice(["symbol", "strategy"]).default("symbol"),
  minutes: whole(1, 10_000),
});

export const pause = defineAction({
  name: "pause",
  doc: "For so many `minutes` no rule opens or increases a position in the symbol, or with `scope: strategy` in any symbol of the strategy. What closes, reduces, protects or only notes goes on, and so do orders that work already. A pause never makes another shorter; a version of the file without any `pause` ends it.",
  claims: [],
  opens: false,
  schema,
  compile: (params) => ({ needs: [], plan: () => ({ type: "pause", ...params }) }),
});
