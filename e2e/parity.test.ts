import { readFileSync } from "node:fs";
import { join } from "node:path";
import { orderList, readExport } from "@bowline/report";
import { describe, expect, it } from "vitest";
import { type Summary, bowline, makeHome, startDemo } from "./demo-process.ts";

const read = (folder: string) => orderList(readExport(join(folder, "export.jsonl")));

describe("a recorded session", () => {
  it("gives the same orders, fills and hash in the backtest", async () => {
    const [live, replayed] = [makeHome(), makeHome()];
    const args = ["--seed", "4", "--minutes", "40"];
    const demo = await startDemo([...args, "--record", live]).summary();
    const ran = await bowline([
      "backtest",
      ...args,
      "--predictions",
      join(live, "predictions.csv"),
      "--record",
      replayed,
      "--json",
    ]);
    const backtest = JSON.parse(ran.out.trim().split("\n").at(-1) ?? "") as Summary;
    const orders = read(live);
    expect(orders.length).toBeGreaterThan(0);
    expect(orders.some(({ fills }) => fills.length > 0)).toBe(true);
    expect(read(replayed)).toStrictEqual(orders);
    expect(backtest.decisionHash).toBe(demo.decisionHash);
    expect(readFileSync(join(replayed, "orders.csv"), "utf8")).toBe(readFileSync(join(live, "orders.csv"), "utf8"));
    const recomputed = await bowline(["hash", join(live, "export.jsonl")]);
    expect(recomputed.out).toContain(demo.decisionHash);
  });
});
