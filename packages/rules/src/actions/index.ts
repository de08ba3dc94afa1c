import type { Action } from "../define-action.ts";
import { enter } from "./enter.ts";
import { exit } from "./exit.ts";

/** Every action of the language: a new one is a file, its test and a line here. */
export const ACTIONS: readonly Action[] = [enter, exit] as unknown as readonly Action[];
