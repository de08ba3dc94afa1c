import type { Command } from "commander";
import { configureOperator } from "../operator-flags.ts";

export const configure = (command: Command): void =>
  configureOperator(command, "control.resume", "resumed: trading may go on");
