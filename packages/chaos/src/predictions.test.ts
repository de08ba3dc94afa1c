import { US_PER_DAY, us } from "@bowline/kernel";
import { expect, it } from "vitest";
import { chaosPredictions } from "./predictions.ts";

const openUs = us(1_709_562_600_000_000);
const wish = { seed: "1", symbols: ["GS", "IBM"], opensUs: [openUs, us(openUs + US_PER_DAY)], minutes: 4 };

it("predicts each symbol each minute of each day but the last, the same for the same seed", () => {
  const rows = chaosPredictions(wish).trim().split("\n");
  expect(rows).toHaveLength(1 + 2 * 3 * 2);
  expect(rows[1]).toMatch(
    /^1709562660000000,chaos-GS-1709562660000000,GS,chaos,(LONG|SHORT),0\.\d\d,600,2024-03-04T14:31/,
  );
  expect(chaosPredictions(wish)).toBe(rows.join("\n") + "\n");
  expect(chaosPredictions({ ...wish, seed: "2" })).not.toBe(rows.join("\n") + "\n");
});
