import type { Command } from "commander";
import { ExportError, hashOfExport } from "@bowline/report";
import { printJson, printLine, usageFailure } from "../command.ts";

export function configure(command: Command): void {
  command
    .argument("<export>", "an export.jsonl, as `demo --record` writes it")
    .option("--json", "print JSON")
    .action((file: string, flags: { json?: boolean }) => {
      const decisionHash = hashOf(file);
      if (flags.json === true) printJson({ file, decisionHash });
      else printLine(decisionHash);
    });
}

function hashOf(file: string): string {
  try {
    return hashOfExport(file);
  } catch (failure) {
    if (failure instanceof ExportError) throw usageFailure(failure.message);
    if ((failure as NodeJS.ErrnoException).code === "ENOENT")
      throw usageFailure(`${file}: no such file; \`./bowline demo --record DIR\` writes DIR/export.jsonl`);
    throw failure;
  }
}
