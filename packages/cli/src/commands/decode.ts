import type { Command } from "commander";
import { CommandFailure, printJson } from "../command.ts";
import { decodeMessage } from "../decode-message.ts";

export function configure(command: Command): void {
  command
    .argument("<subject>", "the subject that the payload came on")
    .option("--json", "JSON, as always here")
    .addHelpText(
      "after",
      "\nReads one payload from standard input:\n  nats sub --translate './bowline decode {{Subject}}' 'bw.order.>'",
    )
    .action(async (subject: string) => {
      const decoded = decodeMessage(subject, await readInput());
      if (!decoded.ok) throw new CommandFailure(decoded.error);
      printJson(decoded.value);
    });
}

async function readInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
