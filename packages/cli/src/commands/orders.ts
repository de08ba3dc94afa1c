import type { Command } from "commander";
import { configureView } from "../view-command.ts";
import { ordersView } from "../views/orders.ts";

export const configure = (command: Command): void => configureView(command, ordersView);
