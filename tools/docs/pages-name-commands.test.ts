import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Command, readCommands } from "./commands.ts";

const ROOT = join(import.meta.dirname, "../..");
const commands = new Map((await readCommands(ROOT)).map((command) => [command.name(), command]));

const flagsOf = (command: Command): readonly string[] => [
  "--help",
  ...command.options.flatMap(({ flags }) => flags.match(/-[-a-z]+/g) ?? []),
  ...command.commands.flatMap(flagsOf),
];

/** What is wrong with one `./bowline …` of a page; `undefined` where nothing is. */
function problemOf(words: readonly string[]): string | undefined {
  const [name = ""] = words;
  if (!/^[a-z]+$/.test(name) || name === "help") return undefined;
  const command = commands.get(name);
  if (command === undefined) return `no command ${name}`;
  // What it hands on to another program, that one knows.
  if (command.registeredArguments.some(({ variadic }) => variadic)) return undefined;
  const known = new Set(flagsOf(command));
  const wrong = words.find((word) => /^--?[a-z]/.test(word) && !known.has(word));
  return wrong === undefined ? undefined : `${name} has no ${wrong}`;
}

it("finds every command and option that a page names", () => {
  const problems = globSync(["*.md", "docs/**/*.md", "packages/*/README.md"], { cwd: ROOT }).flatMap((path) => {
    const text = readFileSync(join(ROOT, path), "utf8").replaceAll("\\\n", " ");
    return [...text.matchAll(/\.\/bowline ([^`#\n'"|]*)/g)].flatMap(([whole, rest = ""]) => {
      const problem = problemOf(rest.trim().split(/[\s,;:.]+/));
      return problem === undefined ? [] : [`${path}: ${whole.trim()}: ${problem}`];
    });
  });
  expect(problems).toEqual([]);
});
