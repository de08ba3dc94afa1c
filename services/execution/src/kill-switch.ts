import type { Entry } from "@bowline/contracts";

/** Execution's own copy of what was killed; the gate has another. */
export type KillSwitch = {
  observe(entry: Entry): void;
  isKilled(symbol: string): boolean;
};

const GLOBAL = "global";

export function makeKillSwitch(): KillSwitch {
  const killed = new Set<string>();
  return {
    observe({ event }) {
      if (event.kind === "control.kill") killed.add(event.scope);
      else if (event.kind === "control.resume") killed.delete(event.scope);
    },
    isKilled: (symbol) => killed.has(GLOBAL) || killed.has(symbol),
  };
}
