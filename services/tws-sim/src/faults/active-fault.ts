import type { FaultName } from "@bowline/rehearsal/fault";

/** A fault that is in force, or that lies in wait. */
export type ActiveFault = {
  readonly fault: FaultName;
  /** What it does still, in words; empty where its name says it. */
  readonly detail: string;
};

/** The fault, where there is one. */
export const activeWhere = (isActive: boolean, fault: FaultName, detail = ""): readonly ActiveFault[] =>
  isActive ? [{ fault, detail }] : [];
