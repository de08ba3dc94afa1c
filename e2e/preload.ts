import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A library for LD_PRELOAD from a source file of this folder; `undefined` where there is no compiler. */
export function buildPreload(name: string): string | undefined {
  const library = join(mkdtempSync(join(tmpdir(), "bowline-preload-")), `${name}.so`);
  try {
    const source = join(import.meta.dirname, `${name}.c`);
    execFileSync("gcc", ["-shared", "-fPIC", "-o", library, source, "-ldl"], { stdio: "ignore" });
    return library;
  } catch {
    process.stderr.write(`skipped: what needs ${name} wants gcc\n`);
    return undefined;
  }
}
