import type { Command } from "commander";
import { configureView } from "../view-command.ts";
import { modelsView } from "../views/models.ts";

export const configure = (command: Command): void => configureView(command, modelsView);
