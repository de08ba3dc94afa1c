import { strict } from "@bowline/config";
import { defineAction } from "../define-action.ts";
import { makeLeaf } from "../leaf.ts";
import { whole } from "../schema-parts.ts";

const schema = strict({
  /** After so long an intent is never sent; a later minute tries again. */
  expiresMs: whole(100, 60_000).default(2000),
});

/** Of all symbols: one whose position is in doubt is waited for, and holds no other back. */
const need = makeLeaf<number>({
  name: "flattenAll.open",
  threshold: "a symbol that no exit closes yet",
  read: (facts) => facts.unflattened,
  holds: (count) => count > 0,
  show: String,
});

export const flattenAll = defineAction({
  name: "flattenAll",
  doc: "An `exit` of every symbol of the ticker group that the strategy has a position in, or an entry that works.",
  claims: ["position", "stop", "target", "orders"],
  opens: false,
  schema,
  compile: ({ expiresMs }) => ({ needs: [need], plan: () => ({ type: "flattenAll", expiresMs }) }),
});
