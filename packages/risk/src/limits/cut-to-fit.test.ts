import { expect, it } from "vitest";
import { DENIAL_CODES } from "../denial-codes.ts";
import { cutToFit } from "./cut-to-fit.ts";

const { schema, stricter, suggest } = cutToFit.limits.cutToFit;

it("names limits of how much by their codes, none unless somebody writes it", () => {
  expect(DENIAL_CODES).toEqual(expect.arrayContaining(["CORRELATION_LIMIT", "VAR_LIMIT"]));
  const all = ["QTY_EXCEEDS_MAX", "CORRELATION_LIMIT", "VAR_LIMIT"];
  expect(schema.safeParse(all)).toMatchObject({ success: true, data: all });
  for (const code of ["SYMBOL_HALTED", "MARKET_DATA_STALE", "SHORT_NOT_AVAILABLE"])
    expect(schema.safeParse([code]).success).toBe(false);
  for (const profile of ["careful", "normal"] as const) expect(suggest({ equity: 1 as never, profile })).toBe("[]");
});

it("cuts only by what every scope lets cut: a denial is stricter", () => {
  expect(stricter(["VAR_LIMIT", "CORRELATION_LIMIT"], ["CORRELATION_LIMIT"])).toEqual(["CORRELATION_LIMIT"]);
});
