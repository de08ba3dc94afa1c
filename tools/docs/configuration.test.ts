import { describe, expect, it } from "vitest";
import { parseShape, renderConfiguration } from "./configuration.ts";

const SHAPE = `
const wholeNumber = z.coerce.number().int().min(1);

export const configShape = {
  /** The strategy file. */
  BOWLINE_STRATEGY: z.string().min(1),
  BOWLINE_ACCOUNT: z.string().regex(/^[A-Z]{1,2}\\d+$/, "an account such as DU1234567"),
  /**
   * How long
   * it waits.
   */
  BOWLINE_WAIT_MS: z.coerce
    .number()
    .int()
    .min(1)
    .max(5_000)
    .default(2_500),
  BOWLINE_MODE: z.enum(["a", "b"]).default("a"),
  BOWLINE_FILE: z.string().optional(),
  BOWLINE_COUNT: wholeNumber.max(390).optional(),
  BOWLINE_SPEED: z.union([z.literal("max"), z.coerce.number().positive()]).default("max"),
};
`;

describe("variables of a config.ts", () => {
  it("are read with kind of value, default and comment", () => {
    expect(parseShape(SHAPE)).toEqual([
      { name: "BOWLINE_STRATEGY", value: "text", fallback: "**required**", doc: "The strategy file." },
      { name: "BOWLINE_ACCOUNT", value: "an account such as DU1234567", fallback: "**required**", doc: "" },
      { name: "BOWLINE_WAIT_MS", value: "whole number from 1 to 5000", fallback: "`2500`", doc: "How long it waits." },
      { name: "BOWLINE_MODE", value: "`a`, `b`", fallback: "`a`", doc: "" },
      { name: "BOWLINE_FILE", value: "text", fallback: "unset", doc: "" },
      { name: "BOWLINE_COUNT", value: "whole number from 1 to 390", fallback: "unset", doc: "" },
      { name: "BOWLINE_SPEED", value: "`max`, or a number above 0", fallback: "`max`", doc: "" },
    ]);
  });

  it("become a table for each service", () => {
    const page = renderConfiguration([{ title: "strategy", variables: parseShape(SHAPE).slice(0, 1) }]);
    expect(page).toContain("## strategy\n\n| variable |");
    expect(page).toContain("| `BOWLINE_STRATEGY` | text | **required** | The strategy file. |");
  });
});
