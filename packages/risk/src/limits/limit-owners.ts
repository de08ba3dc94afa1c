import { BREAKERS } from "../breakers/index.ts";
import { RECOVERY } from "../breaking/define-breaker.ts";
import { CHECKS } from "../checks/index.ts";
import { cutToFit } from "./cut-to-fit.ts";
import type { AnyLimit } from "./limit.ts";

type Owner = {
  readonly code: string;
  readonly doc: string;
  readonly exemptsReducing?: boolean;
  readonly limits: Readonly<Record<string, AnyLimit>>;
};

/** When a breaker lets go of what it took to REDUCING. */
const recovery = {
  code: "BREAKERS",
  doc: "What takes a scope down by itself: to REDUCING until it has been calm for a while, or to HALTED until a person resumes.",
  limits: RECOVERY,
} as const;

/** Everything that has limits, in the order of the file. */
export const LIMIT_OWNERS: readonly Owner[] = [...CHECKS, cutToFit, recovery, ...BREAKERS];

export type OwnedLimits =
  | (typeof CHECKS)[number]["limits"]
  | (typeof BREAKERS)[number]["limits"]
  | (typeof cutToFit)["limits"]
  | (typeof recovery)["limits"];
