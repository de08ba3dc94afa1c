import { join } from "node:path";
import { readExport } from "@bowline/report";
import { describe, expect, it } from "vitest";
import { makeHome, startDemo } from "./demo-process.ts";

describe("one execDetails that never comes", () => {
  it("shows as a difference between our books and the broker's account, in the summary and in the journal", async () => {
    const record = makeHome();
    const summary = await startDemo(["--seed", "3", "--minutes", "20", "--record", record], {
      BOWLINE_SIM_DROP_EXEC: "2",
    }).summary();
    expect(summary.equityDifference).not.toBe("0.00");
    const differing = [...readExport(join(record, "export.jsonl"))].filter(
      ({ event }) => event.kind === "account.reconciliation" && !event.clean,
    );
    expect(differing.length).toBeGreaterThan(0);
  });
});
