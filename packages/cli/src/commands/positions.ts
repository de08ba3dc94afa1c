import type { Command } from "commander";
import { configureView } from "../view-command.ts";
import { positionsView } from "../views/positions.ts";

export const configure = (command: Command): void => configureView(command, positionsView);
