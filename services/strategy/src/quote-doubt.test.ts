import { aQuote } from "@bowline/testkit";
import { expect, it } from "vitest";
import { quoteDoubtOf } from "./quote-doubt.ts";

it("has nothing against a live quote, and names everything else", () => {
  expect(quoteDoubtOf(aQuote())).toBeUndefined();
  expect(quoteDoubtOf(aQuote({ dataType: "LIVE" }))).toBeUndefined();
  expect(quoteDoubtOf(aQuote({ doubts: "FROZEN" }))).toBe("FROZEN");
  expect(quoteDoubtOf(aQuote({ dataType: "DELAYED" }))).toBe("DELAYED");
  expect(quoteDoubtOf(aQuote({ dataType: "DELAYED_FROZEN", doubts: "LOCKED" }))).toBe("DELAYED_FROZEN, LOCKED");
});
