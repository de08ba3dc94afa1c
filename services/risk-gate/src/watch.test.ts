import { shares } from "@bowline/kernel";
import { aFill, machineTest } from "@bowline/testkit";
import { expect, it } from "vitest";
import { predictions, protectedEntry } from "./test-breakers.ts";
import { gate, ready } from "./test-gate.ts";

it("counts which predictions came true, and the position that its entry brought until it is closed, over a restart", () => {
  const machine = gate();
  const seen = () => {
    const { models, groups } = machine.state();
    return { judged: models.judged.get("demo"), groups: [...groups.keys()] };
  };
  machineTest(machine)
    .given([...ready, ...protectedEntry()])
    .when(predictions(1, "101"));
  const before = seen();
  expect(before).toEqual({ judged: [{ confidence: 900_000, hit: true }], groups: ["ENTRY"] });
  machine.restore(machine.snapshot());
  expect(seen()).toEqual(before);
  machineTest(machine).when(aFill({ clOrdId: "STOP", execId: "s", side: "SELL", leavesQty: shares(0) }));
  expect(
    machine
      .state()
      .groups.get("ENTRY")
      ?.orders.find(({ role }) => role === "STOP")?.status,
  ).toBe("ENDED");
});
