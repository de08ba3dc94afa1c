import { RECOVERY } from "../../packages/risk/src/breaking/define-breaker.ts";
import type { Breaker } from "../../packages/risk/src/breaking/define-breaker.ts";
import { BREAKERS } from "../../packages/risk/src/breakers/index.ts";
import { code, opening, sections, table } from "./markdown.ts";

const breakers = BREAKERS as unknown as readonly Breaker[];
const WATCHES = { SYMBOL: "each symbol", STRATEGY: "each strategy", SYSTEM: "everything" } as const;

export function renderBreakers(): string {
  return sections([
    opening("Circuit breakers", "packages/risk/src/breakers"),
    `What the risk gate watches at every clock, order or no order: ${breakers.length} breakers. One that trips takes its scope down to a
[trading state](../concepts/trading-states.md), and the journal has it as \`risk.breaker\` with the value and the limit. What it takes to
\`REDUCING\` comes back by itself once the value has been a part of \`breakerRecovery\` below its limit for \`breakerQuietMinutes\` without a
break. From \`HALTED\` nothing comes back by itself: \`./bowline resume\`. A resume begins anew what a person has seen and let pass (a streak, a
loss of the day); what is still wrong trips again at the next clock.

A value that is missing counts as too far once the scope has been watched for a minute, but takes it no further than \`REDUCING\`. Limits have no
defaults; a breaker whose limit is waived is silent.`,
    table(
      ["code", "watches", "its scope becomes", "outside regular hours", "holds that", "limits", "what to do"],
      breakers.map(({ code: name, doc, limits, watches, trips, inSession, remedy }) => [
        code(name),
        WATCHES[watches],
        code(trips),
        inSession ? "asleep" : "awake",
        doc,
        Object.keys(limits).map(code).join("<br/>"),
        remedy,
      ]),
    ),
    "## Limits",
    table(
      ["limit", "of", "meaning"],
      [
        ...Object.entries(RECOVERY).map(([name, limit]) => [code(name), "all that reduce", limit.doc]),
        ...breakers.flatMap((breaker) =>
          Object.entries(breaker.limits).map(([name, limit]) => [code(name), code(breaker.code), limit.doc]),
        ),
      ],
    ),
  ]);
}
