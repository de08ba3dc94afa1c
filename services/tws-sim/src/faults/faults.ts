import type { BrokerExecution } from "@bowline/matching";

/** What the simulator hides from its clients, although it happened. */
export type Faults = {
  /** Hides the nth execution from now, and its commission, from everybody for as long as this process lives. 1 is the next one. */
  dropExecution(nth: number): void;
  isDropped(execution: BrokerExecution): boolean;
};

/** The serial number inside an execution id: 0000e0d5.0000001a.01.01. */
const serialOf = (execId: string): number => Number.parseInt(execId.split(".")[1] ?? "", 16);

/** `executions` tells what has happened so far. `dropNth` counts from the start of the run, so a restart hides the same one. */
export function makeFaults(executions: () => readonly BrokerExecution[], dropNth: number | undefined): Faults {
  const dropped = new Set<number>(dropNth === undefined ? [] : [dropNth]);
  return {
    dropExecution: (nth) => void dropped.add(serialOf(executions().at(-1)?.execId ?? "0.0") + nth),
    isDropped: ({ execId }) => dropped.has(serialOf(execId)),
  };
}
