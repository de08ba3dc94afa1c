import type { Condition } from "../define-condition.ts";
import { atr } from "./atr.ts";
import { indicator } from "./indicator.ts";
import { position } from "./position.ts";
import { prediction } from "./prediction.ts";
import { spread } from "./spread.ts";
import { time } from "./time.ts";
import { workingOrders } from "./working-orders.ts";

/** Every condition of the language: a new one is a file, its test and a line here. */
export const CONDITIONS: readonly Condition[] = [
  atr,
  indicator,
  position,
  prediction,
  spread,
  time,
  workingOrders,
] as unknown as readonly Condition[];
