import type { ConfigError } from "@bowline/config";
import { strict, z } from "@bowline/config";
import { dollars } from "@bowline/testkit";
import { expect, test } from "vitest";
import { buildActions } from "./build-actions.ts";
import { type Action, type Formula, defineAction } from "./define-action.ts";
import type { FactType } from "./environment/types.ts";
import { makeReader } from "./expression/compile-expression.ts";
import { makeScope } from "./expression/scope.ts";
import { someFacts } from "./testing/facts.ts";

const reader = makeReader(makeScope([], new Map([["far", 0.5]])));

/** An action with one expression, built as it stands second in a list. */
function build(text: string, type: FactType = "price") {
  let formula: Formula | undefined;
  const findings: ConfigError[] = [];
  const wrong = (path: readonly PropertyKey[], offset: number, message: string): ConfigError =>
    ({ path: path.join("."), column: offset, message }) as unknown as ConfigError;
  const plugIn = defineAction({
    name: "move",
    doc: "Moves.",
    claims: ["stop"],
    opens: false,
    schema: strict({ to: z.string() }),
    compile({ to }, formulaOf) {
      formula = formulaOf(to, type, ["to"]);
      return { needs: [], plan: () => ({ type: "exit", expiresMs: 1 }) };
    },
  });
  const chosen = { plugIn: plugIn as unknown as Action, params: { to: text } };
  const [action] = buildActions([{ chosen, at: [1] }], {
    reader,
    vars: {},
    file: { errorAt: (path, message) => wrong(path, 0, message), errorInside: wrong },
    base: ["rules", 3, "do"],
    findings,
  });
  return { action, findings, value: formula?.value(someFacts()) };
}

test("an expression of an action comes to a value in the scale of its type", () => {
  expect(build("market.bid - 2.0 * params.far").value).toBe(dollars("98.99"));
  expect(build("101.25").value).toBe(dollars("101.25"));
  expect(build("params.far").value).toBe(dollars("0.5"));
  expect(build("orders.working", "number").value).toBe(0);
});

test("what is missing makes it UNKNOWN", () => {
  expect(build("position.avg_price").value).toBeUndefined();
});

test("the action says what its expressions look at", () => {
  expect(build("max(market.bid, position.avg_price)").action?.facts.map(({ name }) => name)).toEqual([
    "market.bid",
    "position.avg_price",
  ]);
});

test.each([
  ["market.spread_bps", "a price is needed, this is basis points"],
  ["market.halted", "a price is needed, this is true or false"],
  ["market.bidd", "nothing is called `market.bidd`"],
  ["market.halted ? 1.0 : 2.0", "a price is needed, this is a number"],
])("%s is found wrong at its place", (text, message) => {
  const { findings } = build(text);
  expect(findings).toMatchObject([{ path: "rules.3.do.1.move.to", message: expect.stringContaining(message) }]);
});
