import { describe, expect, it } from "vitest";
import { calm, measure, near, over, worstReading } from "./measure.ts";

const at = (value: number | undefined, limit: number | "waived" = 1000, recovery: number | "waived" = 200_000) =>
  measure({ what: "value", value, limit, named: "limit", recovery, show: String }).at;

describe("a measure", () => {
  it("is over from the limit on, near below it, calm from the recovery on", () => {
    expect([1001, 1000, 999, 801, 800, 0].map((value) => at(value))).toEqual([
      "OVER",
      "OVER",
      "NEAR",
      "NEAR",
      "CALM",
      "CALM",
    ]);
  });
  it("is over where the value is missing, and calm where the limit is waived", () => {
    expect(at(undefined)).toBe("OVER");
    expect(at(undefined, "waived")).toBe("CALM");
  });
  it("needs no margin where the recovery is waived, and all of it where that is more than the whole", () => {
    expect(at(999, 1000, "waived")).toBe("CALM");
    expect([at(1, 1000, 2_000_000), at(0, 1000, 2_000_000)]).toEqual(["NEAR", "CALM"]);
  });
  it("never trips with a looser limit where a tighter one lets pass", () => {
    const upTo20 = Array.from({ length: 21 }, (_, index) => index);
    const loosenedTrips = upTo20.flatMap((value) =>
      upTo20.filter((limit) => at(value, limit) !== "OVER" && at(value, limit + 1) === "OVER"),
    );
    expect(loosenedTrips).toEqual([]);
  });
});

it("the worst of several has the values of all that are over", () => {
  expect(worstReading([])).toEqual(calm);
  expect(worstReading([calm, near])).toEqual(near);
  expect(worstReading([near, over({ a: "1" }), over({ b: "2" })])).toEqual(over({ a: "1", b: "2" }));
});
