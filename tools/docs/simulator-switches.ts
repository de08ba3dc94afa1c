import { SWITCHES } from "../../services/tws-sim/src/limits/switches.ts";
import { code, opening, sections, table } from "./markdown.ts";

/** What limits a client of the simulator and what data it gets, with the default and the source of each. */
export function renderSimulatorSwitches(): string {
  const rows = Object.entries(SWITCHES).map(([name, { default: value, what, source }]) => [
    code(name),
    code(String(value)),
    what,
    source,
  ]);
  return sections([
    opening("Switches of the simulator", "services/tws-sim/src/limits/switches.ts"),
    `Limits, pacing, permissions and accounts of the simulated TWS. A file of them (YAML, any of the names below) goes to \`./bowline sim --switches
FILE\` or into \`BOWLINE_SIM_SWITCHES\`; \`POST /sim/switches\` on the control port changes them while clients are there. Where the
simulator runs in lock-step nothing is paced: time has no pace there. "not confirmed" says that nobody outside IB knows.`,
    table(["switch", "default", "what it does; 0 switches a limit off", "source"], rows),
  ]);
}
