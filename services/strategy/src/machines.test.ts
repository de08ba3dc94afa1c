import { makeGroups, z } from "@bowline/config";
import { expect, test } from "vitest";
import { configShape } from "./config.ts";
import { contract } from "./contract.ts";
import { makeStrategyMachines } from "./machines.ts";
import { ACCOUNT, aDesk, compiled, ready } from "./testing/scenario.ts";

const groups = makeGroups([
  ["tech", ["MSFT", "AAPL"]],
  ["banks", ["BAC"]],
]);

test("there are two machines for each ticker group, in alphabetical order", () => {
  const machines = makeStrategyMachines({ groups, strategy: compiled(), accountId: ACCOUNT });
  expect(machines.map(({ name }) => name)).toEqual(["desk.banks", "desk.tech", "strategy.banks", "strategy.tech"]);
});

test("a group that the strategy does not name is not traded", () => {
  const [, , banks, tech] = makeStrategyMachines({ groups, strategy: compiled(), accountId: ACCOUNT });
  expect(banks?.snapshot()).toMatchObject({ symbols: [] });
  expect(tech?.snapshot()).toMatchObject({ symbols: [{ symbol: "AAPL" }, { symbol: "MSFT" }] });
});

test("what a machine writes stands in the contract", () => {
  const kinds = new Set(
    aDesk()
      .tell(...ready())
      .emitted.map(({ kind }) => kind),
  );
  for (const kind of kinds) expect(contract.publishes).toContain(kind);
});

test("the environment names groups, strategy and account", () => {
  const schema = z.object(configShape);
  expect(
    schema.safeParse({ BOWLINE_GROUPS: "g.yaml", BOWLINE_STRATEGY: "s.yaml", BOWLINE_ACCOUNT: "DU1234567" }).success,
  ).toBe(true);
  expect(schema.safeParse({ BOWLINE_GROUPS: "", BOWLINE_ACCOUNT: "me" }).error?.issues).toHaveLength(3);
});
