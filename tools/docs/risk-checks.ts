import { CHECKS } from "../../packages/risk/src/checks/index.ts";
import type { Check } from "../../packages/risk/src/define-check.ts";
import { SCOPE_KINDS } from "../../packages/risk/src/limits/limit-book.ts";
import { REPLACE_FAULTS } from "../../packages/risk/src/replacement.ts";
import { code, opening, sections, table } from "./markdown.ts";

const checks = CHECKS as unknown as readonly Check[];

export function renderRiskChecks(): string {
  return sections([
    opening("Risk checks", "packages/risk/src/checks"),
    `What the risk gate asks of every intent, in this order: ${checks.length} checks. All of them are asked; an intent that fails any is denied, with
every reason: its code, the value, the limit and what they rest on. A check that lacks what it needs (no quote, no clock, no account) denies.

Limits have no defaults: the file that \`./bowline limits new\` writes names each one. A limit is set, or waived in words:
\`maxDailyLoss: { waived: "why" }\`. Under ${SCOPE_KINDS.map(code).join(", ")}, each by name, a file may have tighter limits for a part; of all that
apply to an order the strictest holds. A limit that is loosened within a session stops entries until the next one.

The rules of exchanges and regulators that stand here are there to help; they are no legal advice.`,
    table(
      ["code", "asks", "limits", "an exit passes", "what to do"],
      checks.map((check) => [
        code(check.code),
        check.doc,
        Object.keys(check.limits).map(code).join("<br/>"),
        check.warnsOnly === true ? "only a warning" : check.exemptsReducing ? "yes" : "",
        check.remedy,
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
