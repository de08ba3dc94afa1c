import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { isDeadNeighbour, makeHolder } from "./holder.ts";

describe("a holder of leases", () => {
  it("is told from every other process", () => {
    expect(makeHolder("strategy")).not.toBe(makeHolder("strategy"));
    expect(makeHolder("strategy")).toMatch(/^strategy\/\w+\/\d+\/\w+$/);
  });
  it("is known to be gone only where process ids mean the same", () => {
    const { pid } = spawnSync("true");
    const [service, where] = makeHolder("strategy").split("/");
    expect(isDeadNeighbour(makeHolder("strategy"))).toBe(false);
    expect(isDeadNeighbour(`${service}/${where}/${pid}/ab`)).toBe(where !== "unknown");
    expect(isDeadNeighbour(`${service}/elsewhere/${pid}/ab`)).toBe(false);
    expect(isDeadNeighbour("")).toBe(false);
  });
});
