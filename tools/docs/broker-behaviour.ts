import { BEHAVIOURS } from "../../packages/matching/src/behaviour.ts";
import { code, opening, sections, table } from "./markdown.ts";

const valuesOf = (values: readonly unknown[] | string): string =>
  typeof values === "string" ? values : values.map((value) => code(String(value))).join("<br/>");

export function renderBrokerBehaviour(): string {
  return sections([
    opening("How the simulated broker behaves", "packages/matching/src/behaviour.ts"),
    `Where IB's documents leave open what happens, or nobody confirms it, the broker that the simulator and the backtest share has a
switch. Each has a default and names who says so. They are given to \`makeBroker({ behaviour })\` of \`packages/matching\`.`,
    table(
      ["switch", "does", "values", "default", "source"],
      Object.entries(BEHAVIOURS).map(([name, one]) => [
        code(name),
        one.does,
        valuesOf(one.values),
        code(String(one.default)),
        one.source,
      ]),
    ),
    `How orders are filled (against quotes, trades or bars; the queue at a price; displayed size; slippage; impact) is not IB's
behaviour but a model, and has terms of its own: \`makeBroker({ fills })\`, described in \`packages/matching/src/fill-terms.ts\`.`,
  ]);
}
