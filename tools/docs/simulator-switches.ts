import { BEHAVIOURS } from "../../packages/matching/src/behaviour.ts";
import { SWITCHES } from "../../services/tws-sim/src/limits/switches.ts";
import { code, opening, sections, table } from "./markdown.ts";

const valuesOf = (values: readonly unknown[] | string): string =>
  typeof values === "string" ? values : values.map((value) => code(String(value))).join("<br/>");

/** What limits a client of the simulator and what data it gets, with the default and the source of each. */
export function renderSimulatorSwitches(): string {
  const rows = Object.entries(SWITCHES).map(([name, { default: value, what, source }]) => [
    code(name),
    code(String(value)),
    what,
    source,
  ]);
  return sections([
    opening("Switches of the simulator", "services/tws-sim/src/limits/switches.ts, packages/matching/src/behaviour.ts"),
    `Behaviour of the simulated TWS that can be set, each with its default and who says so. A file of them (YAML, any of the names below) goes to \`./bowline sim --switches
FILE\` or into \`BOWLINE_SIM_SWITCHES\`; \`POST /sim/switches\` on the control port changes those of the first table while clients are there. Where the
simulator runs in lock-step nothing is paced: time has no pace there. "not confirmed" says that nobody outside IB knows.`,
    "## Limits and data",
    table(["switch", "default", "what it does; 0 switches a limit off", "source"], rows),
    "## The broker",
    `Where IB's documents leave open what happens, or nobody confirms it. The broker is the backtest's too.`,
    table(
      ["switch", "default", "values", "what it does", "source"],
      Object.entries(BEHAVIOURS).map(([name, one]) => [
        code(name),
        code(String(one.default)),
        valuesOf(one.values),
        one.does,
        one.source,
      ]),
    ),
    "## Fills",
    `How orders are filled is not IB's behaviour but a model: \`fills:\` in the same file, with \`against\` (\`QUOTES_AND_TRADES\`, \`QUOTES\`,
\`TRADES\`, \`BARS\`), \`displayedSize\`, \`queue\` (\`NONE\`, \`VOLUME_AHEAD\`), \`slippage\` (\`{type: TICKS, ticks: 1}\`,
\`{type: RANDOM_TICKS, maxTicks: 2}\`), \`impact\` (\`{type: SQUARE_ROOT, coefficientMicros: 100000}\`) and \`seed\`.
\`packages/matching/src/fill-terms.ts\` says what each does.`,
  ]);
}
