import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { code, opening, sections, table } from "./markdown.ts";

/** One environment variable as a service's config.ts declares it. */
export type Variable = {
  readonly name: string;
  readonly value: string;
  readonly fallback: string;
  readonly doc: string;
};
export type VariableGroup = { readonly title: string; readonly variables: readonly Variable[] };

/** What the kit reads for every service; its comments are short because the names are long. */
const BASE = "packages/service-kit/src/config.ts";

/** Variables that are read by name, not by a shape. */
const OTHERS: VariableGroup = {
  title: "The launcher, the command line and the tests",
  variables: [
    other("BOWLINE_NATS_SERVER", "path", "the toolchain's", "The nats-server program to start."),
    other(
      "BOWLINE_NODE_OPTIONS",
      "text",
      "",
      "Becomes NODE_OPTIONS of Bowline's own Node. An inherited NODE_OPTIONS is dropped.",
    ),
    other("BOWLINE_HOME", "path", "`.bowline`", "Folder of running systems, their logs and reports."),
    other(
      "BOWLINE_RECORDING",
      "path",
      "`.bowline/recording`",
      "Folder into which ticks are recorded, and which `./bowline data` reads.",
    ),
    other(
      "BOWLINE_SAMPLE_DATA",
      "path",
      "",
      "Folder with `us-equities`: real minutes, days and ticks for the tests that want them.",
    ),
    other(
      "BOWLINE_TEST_TWS",
      "JSON",
      "",
      "Set by `./bowline test --tws`: address, account and symbol for the scenarios.",
    ),
    other("BOWLINE_TEST_TIER", "text", "", "Set by `./bowline test`: how much of the suite runs."),
  ],
};

function other(name: string, value: string, fallback: string, doc: string): Variable {
  return { name, value, fallback: fallback === "" ? "unset" : fallback, doc };
}

export function readVariables(root: string): readonly VariableGroup[] {
  const read = (path: string): readonly Variable[] =>
    existsSync(join(root, path)) ? parseShape(readFileSync(join(root, path), "utf8")) : [];
  const services = globSync("services/*/src/config.ts", { cwd: root }).toSorted();
  return [
    { title: "Every service", variables: read(BASE) },
    ...services.map((path) => ({ title: path.split("/")[1] ?? path, variables: read(path) })),
    OTHERS,
  ];
}

const MEMBER =
  /^ {2}(?:\/\*\*(?<doc>(?:(?!\*\/)[\s\S])*)\*\/\n {2})?(?<name>BOWLINE_[A-Z_]+): (?<shape>\w[\s\S]*?),\n(?= {2}\S|\})/gm;
const NAMED_SHAPE = /^const (?<name>\w+) = (?<shape>z[\s\S]*?);$/gm;

/** Reads the zod shape of a config.ts as text: name, comment, kind of value, default. */
export function parseShape(source: string): readonly Variable[] {
  const named = new Map([...source.matchAll(NAMED_SHAPE)].map(({ groups }) => [groups?.["name"], groups?.["shape"]]));
  return [...source.matchAll(MEMBER)].map(({ groups }) => {
    const shape = (groups?.["shape"] ?? "")
      .replace(/^\w+/, (word) => named.get(word) ?? word)
      .replaceAll(/\s*\n\s*/g, "");
    return {
      name: groups?.["name"] ?? "",
      value: valueOf(shape),
      fallback: fallbackOf(shape),
      doc: (groups?.["doc"] ?? "").replaceAll(/\s*\n\s*\*\s*/g, " ").trim(),
    };
  });
}

function fallbackOf(shape: string): string {
  const given = /\.default\("?([^")]*)"?\)/.exec(shape)?.[1];
  if (given !== undefined) return code(given.replaceAll("_", ""));
  return shape.includes(".optional()") ? "unset" : "**required**";
}

function valueOf(shape: string): string {
  const values = /z\.enum\(\[([^\]]*)\]\)/.exec(shape)?.[1];
  if (values !== undefined) return values.replaceAll('"', "").split(", ").map(code).join(", ");
  const literal = /z\.literal\("([^"]*)"\)/.exec(shape)?.[1];
  if (literal !== undefined) return `${code(literal)}, or a ${numberOf(shape)}`;
  if (shape.includes("z.coerce.number()")) return numberOf(shape);
  return /\.regex\(.*, "([^"]*)"\)/.exec(shape)?.[1] ?? "text";
}

function numberOf(shape: string): string {
  const bound = (name: string): string | undefined =>
    new RegExp(`\\.${name}\\(([-\\d_.]+)\\)`).exec(shape)?.[1]?.replaceAll("_", "");
  const [least, most] = [bound("min"), bound("max")];
  const kind = shape.includes(".int()") ? "whole number" : "number";
  if (shape.includes(".positive()")) return `${kind} above 0`;
  if (least !== undefined && most !== undefined) return `${kind} from ${least} to ${most}`;
  return least === undefined ? kind : `${kind}, at least ${least}`;
}

export function renderConfiguration(groups: readonly VariableGroup[]): string {
  return sections([
    opening("Configuration by environment", "packages/service-kit/src/config.ts and services/*/src/config.ts"),
    `Addresses, secrets and file names come from the environment; how to trade comes from YAML files that these variables
name. \`./bowline demo\` and \`./bowline up\` set all of them; set them yourself where you run a service alone or in a
container. A service parses them once when it starts. A wrong or missing one ends it with exit code 64 and a line that
names the variable. An empty variable counts as unset. What a service runs with is logged and journaled (\`control.config\`),
passwords and tokens left out.`,
    ...groups.flatMap(({ title, variables }) => [
      `## ${title}`,
      variables.length === 0
        ? "Nothing of its own."
        : table(
            ["variable", "value", "default", "meaning"],
            variables.map(({ name, value, fallback, doc }) => [code(name), value, fallback, doc]),
          ),
    ]),
  ]);
}
