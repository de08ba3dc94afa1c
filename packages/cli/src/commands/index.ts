import type { CommandModule } from "../command.ts";

type Listed = { readonly name: string; readonly summary: string; load(): Promise<CommandModule> };

/** Every command, in the order of the help. A command's file is read only when it runs. */
export const COMMANDS: readonly Listed[] = [
  {
    name: "demo",
    summary: "run whole trading sessions: simulated TWS, all services, a summary and a report",
    load: () => import("./demo.ts"),
  },
];
