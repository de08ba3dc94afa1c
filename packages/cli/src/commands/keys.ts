import { existsSync } from "node:fs";
import type { Command } from "commander";
import { ensureKey } from "@bowline/signing";
import { printJson, printLine, usageFailure } from "../command.ts";

type NewFlags = { readonly out: string; readonly name: string; readonly json?: boolean };

export function configure(command: Command): void {
  command
    .command("new")
    .description("make an operator's private key, and print the line that trusts it")
    .requiredOption("--name <name>", "whose it is; two signatures under one name are one person's")
    .requiredOption("--out <file>", "where the private key goes: only its owner reads it")
    .option("--json", "print JSON")
    .action(({ out, name, json }: NewFlags) => {
      if (existsSync(out)) throw usageFailure(`${out} is there already: a key is not overwritten`);
      const key = ensureKey(out);
      if (json === true) printJson({ file: out, name, key });
      else
        printLine(
          `wrote ${out}; a line more in trusted-keys.yaml, then restart execution and risk-gate:\n  - { signer: operator, name: ${name}, key: ${key} }`,
        );
    });
}
