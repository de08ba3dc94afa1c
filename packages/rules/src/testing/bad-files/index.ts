import { BAD_ACTIONS } from "./actions.ts";
import { BAD_CONDITIONS } from "./conditions.ts";
import { BAD_EXPRESSIONS } from "./expressions.ts";
import { BAD_FILE } from "./file.ts";
import { BAD_RULES } from "./rules.ts";
import type { BadFile } from "./bad-file.ts";

export { GOOD } from "./bad-file.ts";

/** Strategy files with one mistake each. */
export const BAD_FILES: readonly BadFile[] = [
  ...BAD_FILE,
  ...BAD_RULES,
  ...BAD_CONDITIONS,
  ...BAD_EXPRESSIONS,
  ...BAD_ACTIONS,
];
