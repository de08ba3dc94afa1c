import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ALWAYS, faultSchema, LAWS, parseScript, type Script } from "../../packages/rehearsal/src/index.ts";
import { code, opening, sections, table } from "./markdown.ts";

/** Every script that ships, by the alphabet. Throws where one cannot be read. */
export const readScripts = (root: string): readonly Script[] =>
  globSync("rehearse/*.yaml", { cwd: root })
    .sort()
    .map((path) => {
      const script = parseScript(readFileSync(join(root, path), "utf8"), path);
      if (!script.ok) throw new Error(JSON.stringify(script.error));
      return script.value;
    });

type FaultShape = {
  readonly shape: Readonly<Record<string, { readonly value?: string }>> & {
    readonly fault: { readonly value: string };
  };
  readonly description?: string;
};

export function renderRehearsals(root: string): string {
  const faults = faultSchema.options as unknown as readonly FaultShape[];
  return sections([
    opening("Rehearsals", "rehearse, packages/rehearsal/src"),
    "What `./bowline rehearse` plays: what goes wrong, and what must hold. `docs/how-to/rehearse.md` says how to run and write them.",
    "## Scripts",
    table(
      ["rehearsal", "what happens", "rows of the fault matrix", "pitfalls", "holds"],
      readScripts(root).map(({ rehearsal, about, rows, pitfalls, holds }) => [
        code(rehearsal),
        about.trim(),
        rows.join(", "),
        pitfalls.join(", "),
        holds.map(code).join(" "),
      ]),
    ),
    "## Laws",
    table(
      ["law", "what it says", "holds in"],
      [
        ...LAWS.map(({ name, doc }) => [
          code(name),
          doc,
          (ALWAYS as readonly string[]).includes(name) ? "every rehearsal" : "those that name it",
        ]),
        [code("recovers"), "A further order is filled after everything.", "those that name it"],
      ],
    ),
    "## Faults",
    "The body of `POST /sim/faults` on the simulator's control port, and what stands after `inject:` in a script.",
    table(
      ["fault", "what happens", "fields"],
      faults.map(({ shape, description = "" }) => [
        code(shape.fault.value),
        description,
        Object.keys(shape)
          .filter((field) => field !== "fault")
          .map(code)
          .join(" "),
      ]),
    ),
  ]);
}
