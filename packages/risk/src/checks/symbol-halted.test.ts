import { aQuote } from "@bowline/testkit";
import { expect, it } from "vitest";
import { aView } from "../test-view.ts";
import { symbolHalted } from "./symbol-halted.ts";

it("denies a halted symbol, and one without a quote", () => {
  expect(symbolHalted.check(aView(), {})).toBeUndefined();
  expect(symbolHalted.check(aView({ quote: aQuote({ halted: true }) }), {})).toEqual({ halted: "true" });
  expect(symbolHalted.check(aView({ quote: undefined }), {})).toEqual({ missing: "quote" });
});
