import { ZenEngine } from "@gorules/zen-engine";
import { Engine } from "json-rules-engine";
import { type BenchRule, FACT_NAMES, OPERATORS, type Operator, type Workload, byName, key } from "./workload.ts";

const WORDS: Readonly<Record<Operator, string>> = {
  ">=": "greaterThanInclusive",
  "<=": "lessThanInclusive",
  ">": "greaterThan",
  "<": "lessThan",
};

/** json-rules-engine, as its documentation uses it: one engine, one run for each moment. */
export function makeJsonRules({ rules, moments }: Workload): (at: number) => Promise<number> {
  const engine = new Engine();
  rules.forEach((conditions, index) =>
    engine.addRule({
      conditions: {
        all: conditions.map(({ fact, operator, value }) => ({
          fact: key(FACT_NAMES[fact] ?? ""),
          operator: WORDS[operator],
          value,
        })),
      },
      event: { type: `r${index}` },
    }),
  );
  const facts = moments.map(byName);
  return async (at) => (await engine.run(facts[at % facts.length])).events.length;
}

/** zen-engine with one decision table that collects every row that holds: its fastest form for rules of this kind. */
export function makeZen({ rules, moments }: Workload): (at: number) => Promise<number> {
  const node = (id: string, type: string, content: unknown = {}) => ({
    id,
    type,
    name: id,
    position: { x: 0, y: 0 },
    content,
  });
  const edge = (sourceId: string, targetId: string) => ({
    id: `${sourceId}-${targetId}`,
    sourceId,
    targetId,
    type: "edge",
  });
  const decision = new ZenEngine().createDecision({
    contentType: "application/vnd.gorules.decision",
    nodes: [
      node("in", "inputNode"),
      node("table", "decisionTableNode", decisionTable(rules)),
      node("out", "outputNode"),
    ],
    edges: [edge("in", "table"), edge("table", "out")],
  });
  const facts = moments.map(byName);
  return async (at) => {
    const { result } = (await decision.evaluate(facts[at % facts.length])) as { readonly result: readonly unknown[] };
    return result.length;
  };
}

function decisionTable(rules: readonly BenchRule[]): unknown {
  return {
    hitPolicy: "collect",
    inputs: FACT_NAMES.map((name, index) => ({ id: `i${index}`, name, field: key(name) })),
    outputs: [{ id: "o", name: "rule", field: "rule" }],
    rules: rules.map((conditions, index) => ({
      _id: `r${index}`,
      o: String(index),
      ...Object.fromEntries(FACT_NAMES.map((_, fact) => [`i${fact}`, cell(conditions, fact)])),
    })),
  };
}

/** What a row asks of one fact; an empty cell asks nothing. */
const cell = (conditions: BenchRule, fact: number): string =>
  conditions
    .filter((condition) => condition.fact === fact)
    .map(({ operator, value }) => `$ ${operator} ${value}`)
    .join(" and ");

/** Instructions over a Float64Array, no facts to read, nothing unknown: what is left when nothing else is done. */
export function makeBare({ rules, moments }: Workload): (at: number) => number {
  const constants: number[] = [];
  const programs = rules.map((conditions) =>
    Int32Array.from(
      conditions.flatMap(({ fact, operator, value }) => [
        OPERATORS.indexOf(operator),
        fact,
        FACT_NAMES.length + constants.push(value) - 1,
      ]),
    ),
  );
  const values = new Float64Array(FACT_NAMES.length + constants.length);
  values.set(constants, FACT_NAMES.length);
  return (at) => {
    const moment = moments[at % moments.length] ?? [];
    for (let index = 0; index < moment.length; index++) values[index] = moment[index] as number;
    let count = 0;
    for (const code of programs) if (allHold(code, values)) count += 1;
    return count;
  };
}

function allHold(code: Int32Array, values: Float64Array): boolean {
  for (let at = 0; at < code.length; at += 3) {
    const one = values[code[at + 1] as number] as number;
    const other = values[code[at + 2] as number] as number;
    switch (code[at]) {
      case 0:
        if (!(one >= other)) return false;
        break;
      case 1:
        if (!(one <= other)) return false;
        break;
      case 2:
        if (!(one > other)) return false;
        break;
      default:
        if (!(one < other)) return false;
    }
  }
  return true;
}
