import { existsSync, readFileSync } from "node:fs";
import { userInfo } from "node:os";
import type { Command } from "commander";
import { printJson, printLine } from "../command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "../connection.ts";
import { needOperatorKey } from "../operator-key.ts";
import { applyChange, prepareChange, signChange } from "./change-limits.ts";

type ApplyFlags = ConnectionFlags & {
  readonly reason: string;
  readonly by: string;
  readonly second?: string;
  readonly json?: boolean;
};

const ANSWER_WITHIN_MS = 10_000;

export function addChangeCommands(command: Command): void {
  addConnectionFlags(command.command("apply"))
    .description(
      "put changed limits into force, without a restart; what does not hold, or is not signed, changes nothing",
    )
    .argument("<file>", "limits.yaml, whole")
    .requiredOption("--reason <text>", "why, for the record")
    .option(
      "--second <signature>",
      "another operator's signature, or a file with it: what is looser needs it within a session",
    )
    .option("--by <name>", "who", userInfo().username)
    .option("--json", "print JSON")
    .action(async (file: string, { reason, by, second, json, ...connection }: ApplyFlags) => {
      const taken = await withRunning(connection, "limits-apply", async ({ bus, run }) => {
        const keyFile = needOperatorKey(run);
        const change = await prepareChange(bus, file);
        if (change.hash === change.replaces) return undefined;
        const secondSignature = second === undefined ? {} : { secondSignature: signatureIn(second) };
        return applyChange(bus, change, { reason, by, keyFile, withinMs: ANSWER_WITHIN_MS, ...secondSignature });
      });
      if (json === true) printJson({ file, ...taken });
      else if (taken === undefined) printLine(`${file}: these limits are in force already`);
      else printLine(`${file}: in force from entry ${taken.seq} on; looser than before: ${taken.looser || "none"}`);
    });
  addConnectionFlags(command.command("sign"))
    .description("sign a change of limits as the second operator; counts for a day, once, for this change alone")
    .argument("<file>", "limits.yaml as it is to be applied")
    .option("--json", "print JSON")
    .action(async (file: string, { json, ...connection }: ConnectionFlags & { readonly json?: boolean }) => {
      const signed = await withRunning(connection, "limits-sign", async ({ bus, run }) => {
        const keyFile = needOperatorKey(run);
        const change = await prepareChange(bus, file);
        return { looser: change.looser, signature: signChange(change, keyFile) };
      });
      if (json === true) printJson({ file, ...signed });
      else {
        process.stderr.write(`looser than what holds: ${signed.looser.join(", ") || "nothing"}\n`);
        printLine(signed.signature);
      }
    });
}

const signatureIn = (given: string): string => (existsSync(given) ? readFileSync(given, "utf8").trim() : given);
