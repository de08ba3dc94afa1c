import type { BrokerExecution } from "@bowline/matching";
import { type ActiveFault, activeWhere } from "./active-fault.ts";

/** Executions that the simulator hides from its clients, although they happened. */
export type HiddenExecutions = {
  /** Hides the nth execution from now, and its commission, for as long as this process lives: from one client, or from everybody. 1 is the next one. */
  hide(nth: number, clientId?: number): void;
  isHidden(execution: BrokerExecution, clientId: number): boolean;
  /** Those that are still to come. */
  active(): readonly ActiveFault[];
};

/** The serial number inside an execution id: 0000e0d5.0000001a.01.01. */
const serialOf = (execId: string): number => Number.parseInt(execId.split(".")[1] ?? "", 16);

/** `executions` tells what has happened so far. `hideNth` counts from the start of the run, so a restart hides the same one. */
export function makeHiddenExecutions(
  executions: () => readonly BrokerExecution[],
  hideNth: number | undefined,
): HiddenExecutions {
  /** From whom, by serial number. */
  const hidden = new Map<number, number | "everybody">(hideNth === undefined ? [] : [[hideNth, "everybody"]]);
  const lastSerial = (): number => serialOf(executions().at(-1)?.execId ?? "0.0");
  return {
    hide: (nth, clientId) => void hidden.set(lastSerial() + nth, clientId ?? "everybody"),
    isHidden: ({ execId }, clientId) => {
      const from = hidden.get(serialOf(execId));
      return from === "everybody" || from === clientId;
    },
    active: () => {
      const last = lastSerial();
      return [...hidden.keys()].flatMap((serial) =>
        activeWhere(serial > last, "hide-execution", `${serial - last} from now`),
      );
    },
  };
}
