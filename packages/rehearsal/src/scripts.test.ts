import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { FLOORS } from "../../../tools/test-run/floors.ts";
import { parseScript } from "./script.ts";

const FOLDER = join(import.meta.dirname, "../../../rehearse");
const files = globSync("*.yaml", { cwd: FOLDER });

describe("the rehearsals that ship", () => {
  it(`are at least ${FLOORS.rehearsals}`, () => expect(files.length).toBeGreaterThanOrEqual(FLOORS.rehearsals));

  it.each(files)("%s is read, and is called what its file is called", (file) => {
    const script = parseScript(readFileSync(join(FOLDER, file), "utf8"), file);
    expect(script.ok ? script.value.rehearsal : script.error).toBe(basename(file, ".yaml"));
  });
});
