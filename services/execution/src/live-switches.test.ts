import { ConfigFailure } from "@bowline/config";
import { expect, it } from "vitest";
import { tradingMode } from "./live-switches.ts";

it.each([
  ["no", undefined, "paper"],
  ["no", "DU1234567", "paper"],
  ["yes", "U1234567", "live"],
] as const)("takes BOWLINE_LIVE=%s and the account %s for %s", (BOWLINE_LIVE, BOWLINE_ACCOUNT, mode) => {
  expect(tradingMode({ BOWLINE_LIVE, BOWLINE_ACCOUNT })).toBe(mode);
});

it.each([
  ["yes", undefined, "set BOWLINE_ACCOUNT"],
  ["yes", "DU1234567", "is a paper account"],
  ["no", "U1234567", "BOWLINE_LIVE=yes is not set"],
] as const)("does not start with BOWLINE_LIVE=%s and the account %s: %s", (BOWLINE_LIVE, BOWLINE_ACCOUNT, text) => {
  expect(() => tradingMode({ BOWLINE_LIVE, BOWLINE_ACCOUNT })).toThrow(ConfigFailure);
  expect(() => tradingMode({ BOWLINE_LIVE, BOWLINE_ACCOUNT })).toThrow(text);
});
