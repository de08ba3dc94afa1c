import type { Lint } from "../define-lint.ts";
import { constantCondition } from "./constant-condition.ts";
import { contradiction } from "./contradiction.ts";
import { entryWithoutExit } from "./entry-without-exit.ts";
import { levelWithoutRest } from "./level-without-rest.ts";
import { unreachableRule } from "./unreachable-rule.ts";
import { unusedIndicator } from "./unused-indicator.ts";

/** Every lint of `rules check`: a new one is a file, its row in lints.test.ts and a line here. */
export const LINTS: readonly Lint[] = [
  constantCondition,
  contradiction,
  entryWithoutExit,
  levelWithoutRest,
  unreachableRule,
  unusedIndicator,
];
