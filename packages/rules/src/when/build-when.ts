import type { ConfigError, ParsedYaml } from "@bowline/config";
import { CONDITIONS } from "../conditions/index.ts";
import type { Condition } from "../define-condition.ts";
import type { ExpressionReader } from "../expression/compile-expression.ts";
import { underline } from "../expression/finding.ts";
import { type Tree, factsIn } from "../expression/tree.ts";
import { showValue } from "../show-value.ts";
import { isUnit } from "../environment/types.ts";
import type { Chosen } from "../one-of.ts";
import type { WhenNode } from "./node.ts";
import type { RawWhen } from "./read-when.ts";

export type Building = {
  readonly reader: ExpressionReader;
  /** Named conditions that may be called. */
  readonly named: ReadonlyMap<string, WhenNode>;
  readonly file: Pick<ParsedYaml<unknown>, "errorAt" | "errorInside">;
  /** Where the `when` stands in the file. */
  readonly base: readonly PropertyKey[];
  /** Collects what is wrong. */
  readonly findings: ConfigError[];
};

/** A `when` with its expressions compiled; `undefined` where something was found wrong with one of them. */
export function buildWhen(raw: RawWhen, building: Building): WhenNode | undefined {
  switch (raw.kind) {
    case "expression":
      return expression(raw, building);
    case "condition":
      return condition(raw.chosen, [...building.base, ...raw.at], building);
    case "not": {
      const item = buildWhen(raw.item, building);
      return item === undefined ? undefined : { kind: "not", item };
    }
    default: {
      const items = raw.items.map((item) => buildWhen(item, building));
      const whole = items.filter((item) => item !== undefined);
      return whole.length < items.length ? undefined : { kind: raw.kind, items: whole };
    }
  }
}

function expression(
  { text, at }: Extract<RawWhen, { kind: "expression" }>,
  { reader, named, file, base, findings }: Building,
): WhenNode | undefined {
  const known = named.get(text.trim());
  if (known !== undefined) return { kind: "named", name: text.trim(), item: known };
  if (CONDITIONS.some(({ name }) => name === text.trim())) {
    findings.push(file.errorAt([...base, ...at], `\`${text.trim()}\` is a condition: \`${text.trim()}: …\` is needed`));
    return undefined;
  }
  const read = reader.read(text);
  if (!read.ok) {
    const { message, start } = read.error;
    findings.push(file.errorInside([...base, ...at], start, `${message}\n${underline(text, read.error)}`));
    return undefined;
  }
  return {
    kind: "leaf",
    name: text.trim().replaceAll(/\s+/g, " "),
    threshold: thresholdOf(read.value),
    tree: read.value,
  };
}

const SIGNS = { "==": "=", "!=": "≠", "<": "<", "<=": "≤", ">": ">", ">=": "≥" } as const;

/** `≥ 0.6` where facts are compared with a number; else that it must be true. */
function thresholdOf(tree: Tree): string {
  if (tree.kind !== "compare" || tree.right.kind !== "constant" || factsIn(tree.left).length === 0) return "true";
  const { type, value, text } = tree.right;
  const shown = text ?? (type === "bool" ? String(value === 1) : isUnit(type) ? showValue(type, value) : String(value));
  return `${SIGNS[tree.op]} ${shown}`;
}

function condition(
  { plugIn, params }: Chosen<Condition>,
  path: readonly PropertyKey[],
  { reader, file, findings }: Building,
): WhenNode | undefined {
  const before = findings.length;
  const items = plugIn.leaves(params).flatMap(({ name, threshold, test, show, at }): WhenNode[] => {
    const read = reader.read(test);
    if (read.ok) return [{ kind: "leaf", name, threshold, tree: read.value, ...(show === undefined ? {} : { show }) }];
    findings.push(file.errorAt([...path, plugIn.name, ...(at === undefined ? [] : [at])], read.error.message));
    return [];
  });
  if (findings.length > before) return undefined;
  const [only] = items;
  return items.length === 1 && only !== undefined ? only : { kind: "all", items };
}
