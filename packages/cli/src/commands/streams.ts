import { join } from "node:path";
import type { Command } from "commander";
import { readTextFile } from "@bowline/config";
import { setUpJournal } from "@bowline/service-kit/journal-setup";
import { printJson, printLine, wholeNumber } from "../command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "../connection.ts";
import { secretIn, writePasswords } from "../passwords.ts";

type ApplyFlags = ConnectionFlags & { readonly ticks?: boolean; readonly wait: number; readonly json?: boolean };
type PasswordFlags = { readonly config: string; readonly token: readonly string[]; readonly json?: boolean };

export function configure(command: Command): void {
  addConnectionFlags(command.command("apply"))
    .description(
      "create or update every stream, the lease buckets and the snapshot store; a new journal gets its generation",
    )
    .option("--ticks", "keep raw ticks too, as lock-step needs it")
    .option("--wait <seconds>", "how long to wait for the server", wholeNumber("--wait"), 30)
    .option("--json", "print JSON")
    .action(async ({ wait, ticks = false, ...flags }: ApplyFlags) => {
      const connection = { ...flags, connectMs: wait * 1000 };
      const generation = await withRunning(connection, "streams", async ({ bus }) => setUpJournal(bus, { ticks }));
      if (flags.json === true) printJson({ generation });
      else printLine(`streams applied; generation ${generation}`);
    });
  command
    .command("passwords")
    .description("make what is missing of a deployment's secrets: a password for each NATS user, and tokens")
    .argument("<folder>", "<folder>/<user>/password, and <folder>/nats/passwords.conf for the server")
    .requiredOption("--config <file>", "the nats-server.conf that names the users")
    .option("--token <path...>", "further random tokens, as paths inside the folder", [])
    .option("--json", "print JSON")
    .action((folder: string, { config, token, json }: PasswordFlags) => {
      const users = writePasswords(readTextFile(config, "a nats-server.conf"), folder);
      for (const path of token) secretIn(join(folder, path));
      if (json === true) printJson({ folder, users });
      else printLine(`${folder} holds the passwords of ${users.join(", ")}`);
    });
}
