import { strict } from "@bowline/config";
import { closeNeeds } from "../close-needs.ts";
import { defineAction } from "../define-action.ts";
import { whole } from "../schema-parts.ts";

const schema = strict({
  /** After so long an intent is never sent; a later minute tries again. */
  expiresMs: whole(100, 60_000).default(2000),
});

/** None is begun beside another: asking twice does nothing twice. */
const needs = closeNeeds("exit");

export const exit = defineAction({
  name: "exit",
  doc: "Closes the position at the market: first its bracket is canceled, and only what is then left is sold or bought back.",
  claims: ["position", "stop", "target", "orders"],
  opens: false,
  schema,
  compile: ({ expiresMs }) => ({ needs, plan: () => ({ type: "exit", expiresMs }) }),
});
