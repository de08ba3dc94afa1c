import type { Action } from "../define-action.ts";
import { enter } from "./enter.ts";
import { exit } from "./exit.ts";
import { moveStopToBreakEven } from "./move-stop-to-break-even.ts";
import { reduce } from "./reduce.ts";
import { setStop } from "./set-stop.ts";
import { setTarget } from "./set-target.ts";
import { trail } from "./trail.ts";

/** Every action of the language: a new one is a file, its test and a line here. */
export const ACTIONS: readonly Action[] = [
  enter,
  exit,
  moveStopToBreakEven,
  reduce,
  setStop,
  setTarget,
  trail,
] as unknown as readonly Action[];
