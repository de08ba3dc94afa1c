import type { Lint } from "../define-lint.ts";
import { alwaysTrue } from "./always-true.ts";
import { coldIndicator } from "./cold-indicator.ts";
import { confidenceWithoutPrediction } from "./confidence-without-prediction.ts";
import { constantCondition } from "./constant-condition.ts";
import { contradiction } from "./contradiction.ts";
import { duplicateRule } from "./duplicate-rule.ts";
import { entryAfterFlatten } from "./entry-after-flatten.ts";
import { entryUntilClose } from "./entry-until-close.ts";
import { entryWithoutCondition } from "./entry-without-condition.ts";
import { entryWithoutExit } from "./entry-without-exit.ts";
import { equalPriority } from "./equal-priority.ts";
import { levelWithoutRest } from "./level-without-rest.ts";
import { lookAhead } from "./look-ahead.ts";
import { marketOrderWithoutSpread } from "./market-order-without-spread.ts";
import { oppositeEntries } from "./opposite-entries.ts";
import { outsideSession } from "./outside-session.ts";
import { parameterOffStep } from "./parameter-off-step.ts";
import { sizeWithoutCap } from "./size-without-cap.ts";
import { stopWiderThanTarget } from "./stop-wider-than-target.ts";
import { unreachableRule } from "./unreachable-rule.ts";
import { unusedCondition } from "./unused-condition.ts";
import { unusedIndicator } from "./unused-indicator.ts";
import { unusedParameter } from "./unused-parameter.ts";

/** Every lint of `rules check`: a new one is a file, its row in lints.test.ts and a line here. */
export const LINTS: readonly Lint[] = [
  alwaysTrue,
  coldIndicator,
  confidenceWithoutPrediction,
  constantCondition,
  contradiction,
  duplicateRule,
  entryAfterFlatten,
  entryUntilClose,
  entryWithoutCondition,
  entryWithoutExit,
  equalPriority,
  levelWithoutRest,
  lookAhead,
  marketOrderWithoutSpread,
  oppositeEntries,
  outsideSession,
  parameterOffStep,
  sizeWithoutCap,
  stopWiderThanTarget,
  unreachableRule,
  unusedCondition,
  unusedIndicator,
  unusedParameter,
];
