import { strict } from "@bowline/config";
import { formatMicros } from "@bowline/kernel";
import { defineAction } from "../define-action.ts";
import { type Leaf, makeLeaf } from "../leaf.ts";
import { whole } from "../schema-parts.ts";

const schema = strict({
  /** After so long an intent is never sent; a later minute tries again. */
  expiresMs: whole(100, 60_000).default(2000),
});

/** An exit needs a position, and none under way already: asking twice does nothing twice. */
const needs: readonly Leaf[] = [
  makeLeaf<number>({
    name: "exit.position",
    threshold: "open",
    read: (facts) => facts.position?.quantity,
    holds: (quantity) => quantity !== 0,
    show: formatMicros,
  }),
  makeLeaf({
    name: "exit.running",
    threshold: "none under way",
    read: (facts) => facts.exiting,
    holds: (exiting) => !exiting,
    show: (exiting) => (exiting ? "under way" : "none"),
  }),
];

export const exit = defineAction({
  name: "exit",
  doc: "Closes the position at the market: first its bracket is canceled, and only what is then left is sold or bought back.",
  claims: ["position", "stop", "target", "orders"],
  opens: false,
  schema,
  compile: ({ expiresMs }) => ({ needs, plan: () => ({ type: "exit", expiresMs }) }),
});
