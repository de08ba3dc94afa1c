import type { Action } from "../define-action.ts";
import { bracket } from "./bracket.ts";
import { cancelOrders } from "./cancel-orders.ts";
import { enter } from "./enter.ts";
import { exit } from "./exit.ts";
import { flattenAll } from "./flatten-all.ts";
import { moveStopToBreakEven } from "./move-stop-to-break-even.ts";
import { notify } from "./notify.ts";
import { oco } from "./oco.ts";
import { pause } from "./pause.ts";
import { reduce } from "./reduce.ts";
import { replace } from "./replace.ts";
import { scaleOut } from "./scale-out.ts";
import { reverse } from "./reverse.ts";
import { scaleIn } from "./scale-in.ts";
import { setStop } from "./set-stop.ts";
import { setTarget } from "./set-target.ts";
import { setVariable } from "./set-variable.ts";
import { tag } from "./tag.ts";
import { trail } from "./trail.ts";

/** Every action of the language: a new one is a file, its test and a line here. */
export const ACTIONS: readonly Action[] = [
  bracket,
  cancelOrders,
  enter,
  exit,
  flattenAll,
  moveStopToBreakEven,
  notify,
  oco,
  pause,
  reduce,
  replace,
  scaleOut,
  reverse,
  scaleIn,
  setStop,
  setTarget,
  setVariable,
  tag,
  trail,
] as unknown as readonly Action[];
