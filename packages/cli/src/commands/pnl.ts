import type { Command } from "commander";
import { configureView } from "../view-command.ts";
import { pnlView } from "../views/pnl.ts";

export const configure = (command: Command): void => configureView(command, pnlView);
