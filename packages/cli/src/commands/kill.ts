import type { Command } from "commander";
import { configureOperator } from "../operator-flags.ts";

export const configure = (command: Command): void =>
  configureOperator(command, "control.kill", "killed: no approval and no sending from here on");
