import { readFileSync } from "node:fs";
import type { z } from "zod";
import { ConfigFailure } from "./config-error.ts";
import { type ParsedYaml, parseYaml } from "./yaml-document.ts";

/** Reads a file's text, or throws ConfigFailure that names the file and what to do. */
export function readTextFile(file: string, what: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (failure) {
    const code = (failure as NodeJS.ErrnoException).code ?? "";
    const message = code === "ENOENT" ? `no such file; ${what} is needed here` : `cannot be read (${code})`;
    throw new ConfigFailure([{ file, line: 0, column: 0, path: "", message }]);
  }
}

/** Reads a YAML file and holds it against a schema; throws ConfigFailure with every finding. */
export function readYamlFile<S extends z.ZodType>(file: string, what: string, schema: S): ParsedYaml<z.output<S>> {
  const parsed = parseYaml(readTextFile(file, what), file, schema);
  if (!parsed.ok) throw new ConfigFailure(parsed.error);
  return parsed.value;
}
