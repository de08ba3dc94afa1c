import { join } from "node:path";
import { expect, it } from "vitest";
import { readCommands, renderCommands } from "./commands.ts";

const commands = await readCommands(join(import.meta.dirname, "../.."));
const page = renderCommands(commands);

it("has a section for every command, with its usage and options", () => {
  for (const command of commands) expect(page).toContain(`\n## ${command.name()}\n`);
  expect(page).toContain("./bowline decode [options] <subject>");
  expect(page).toContain("| `--speed <x>` |");
});

it("shows the parts of a command", () => {
  expect(page).toContain("\n### limits new\n");
});

it("has nothing that depends on who writes it", () => {
  expect(page).toContain("| `--by <name>` | who | your user name |");
});
