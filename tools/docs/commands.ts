import { createRequire } from "node:module";
import { userInfo } from "node:os";
import { join } from "node:path";
import { anchor, code, opening, sections, table } from "./markdown.ts";

/** What this page needs of commander's commands: the library is a dependency of the command line, not of the tools. */
type Option = {
  readonly flags: string;
  readonly description: string;
  readonly hidden: boolean;
  readonly defaultValue?: unknown;
  readonly defaultValueDescription?: string;
};
export type Command = {
  readonly commands: readonly Command[];
  readonly options: readonly Option[];
  readonly registeredArguments: readonly { name(): string; readonly description: string; readonly variadic: boolean }[];
  name(): string;
  usage(): string;
  summary(): string;
  description(): string;
};
type Commander = { readonly Command: new (name: string) => Command & { summary(text: string): Command } };
type Listed = {
  readonly name: string;
  readonly summary: string;
  load(): Promise<{ configure(command: Command): void }>;
};

/** Every command of the launcher, as its file configures it. */
export async function readCommands(root: string): Promise<readonly Command[]> {
  const list = join(root, "packages/cli/src/commands/index.ts");
  const { Command } = createRequire(list)("commander") as Commander;
  const { COMMANDS } = (await import(list)) as { COMMANDS: readonly Listed[] };
  return Promise.all(
    COMMANDS.map(async ({ name, summary, load }) => {
      const command = new Command(name);
      command.summary(summary);
      (await load()).configure(command);
      return command;
    }),
  );
}

export function renderCommands(commands: readonly Command[]): string {
  return sections([
    opening("Commands", "packages/cli/src/commands"),
    `All of them start with \`./bowline\`. \`./bowline help COMMAND\` says the same on a terminal.
Exit code 0 is success, 1 a failure that its user can mend, 64 a wrong argument or file, 70 a bug.`,
    table(
      ["command", "what"],
      commands.map((command) => [`[${command.name()}](#${anchor(command.name())})`, command.summary()]),
    ),
    ...commands.flatMap((command) => renderCommand(command, "")),
  ]);
}

function renderCommand(command: Command, parent: string): readonly string[] {
  const name = parent === "" ? command.name() : `${parent} ${command.name()}`;
  const usage = `./bowline ${name} ${command.usage()}`.trimEnd();
  const options = command.options.filter((option) => !option.hidden);
  return [
    `${parent === "" ? "##" : "###"} ${name}`,
    command.description() || sentence(command.summary()),
    `\`\`\`sh\n${usage}\n\`\`\``,
    ...(command.registeredArguments.length === 0
      ? []
      : [
          table(
            ["argument", "meaning"],
            command.registeredArguments.map((a) => [code(a.name()), a.description]),
          ),
        ]),
    ...(options.length === 0 ? [] : [table(["option", "meaning", "default"], options.map(optionRow))]),
    ...command.commands.flatMap((sub) => renderCommand(sub, name)),
  ];
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const optionRow = (option: Option): readonly string[] => [code(option.flags), option.description, defaultOf(option)];

/** What depends on who asks would make the page differ from one machine to another. */
function defaultOf({ defaultValue, defaultValueDescription }: Option): string {
  if (defaultValue === undefined) return "";
  if (defaultValue === userInfo().username) return "your user name";
  return code(defaultValueDescription ?? String(defaultValue as string | number | boolean));
}
