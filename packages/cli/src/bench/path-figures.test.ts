import { expect, it } from "vitest";
import { summarizePath } from "./path-figures.ts";

it("takes totals by rounds, and hops over all samples", () => {
  const sample = (...hopsMs: number[]) => ({ totalMs: hopsMs.reduce((sum, ms) => sum + ms, 0), hopsMs });
  const ours = [[sample(1, 2), sample(1, 4)], [sample(3, 3), sample(3, 9)], []];
  const floor = [[sample(1, 1)], [sample(1, 2)], [sample(2, 2)]];
  expect(summarizePath(["to the gate", "to the wire"], { ours, floor, missed: 2 })).toStrictEqual({
    ours: { p50: 3, p99: 5 },
    floor: { p50: 3, p99: 3 },
    hops: [
      { hop: "to the gate", ours: 1, floor: 1 },
      { hop: "to the wire", ours: 3, floor: 2 },
    ],
    samples: 4,
    missed: 2,
  });
});
