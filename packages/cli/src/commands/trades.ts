import type { Command } from "commander";
import { configureView } from "../view-command.ts";
import { tradesView } from "../views/trades.ts";

export const configure = (command: Command): void => configureView(command, tradesView);
