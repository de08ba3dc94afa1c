import { CHECKS } from "../../packages/risk/src/checks/index.ts";
import type { Check } from "../../packages/risk/src/define-check.ts";
import { REPLACE_FAULTS } from "../../packages/risk/src/replacement.ts";
import { code, opening, sections, table } from "./markdown.ts";

const checks = CHECKS as unknown as readonly Check[];

export function renderRiskChecks(): string {
  return sections([
    opening("Risk checks", "packages/risk/src/checks"),
    `What the risk gate asks of every intent, in this order. All of them are asked; an intent that fails any is denied, with
every reason. A check that lacks what it needs (no quote, no clock, no account) denies. Limits have no defaults: the file
that \`./bowline limits new\` writes names each one, and a missing one is an error.`,
    table(
      ["code", "asks", "limits", "an exit passes"],
      checks.map((check) => [
        code(check.code),
        check.doc,
        Object.keys(check.limits).map(code).join("<br/>"),
        check.exemptsReducing ? "yes" : "",
      ]),
    ),
    `*An exit passes*: an order that only takes the position nearer to zero is not asked. Cancels are never asked at all.`,
    "## Changes",
    `A change of a working order is asked the same of the order as it would then be, its own reservation left out, unless it only makes
it smaller. A leg of a bracket whose entry may still fill passes as an exit does, as long as it is no more than its entry. Before that:`,
    table(
      ["code", "denies because"],
      Object.entries(REPLACE_FAULTS).map(([fault, doc]) => [code(fault), doc]),
    ),
    "## Limits",
    table(
      ["limit", "of", "meaning"],
      checks.flatMap((check) =>
        Object.entries(check.limits).map(([name, limit]) => [code(name), code(check.code), limit.doc]),
      ),
    ),
  ]);
}
