import { ConfigFailure } from "@bowline/config";
import { expect, it } from "vitest";
import { refuseLive } from "./live-switches.ts";

it("starts for paper accounts, named or not", () => {
  for (const BOWLINE_ACCOUNT of [undefined, "DU1234567"])
    expect(() => refuseLive({ BOWLINE_LIVE: "no", BOWLINE_ACCOUNT })).not.toThrow();
});

it.each([
  ["yes", undefined, "set BOWLINE_ACCOUNT"],
  ["yes", "DU1234567", "is a paper account"],
  ["no", "U1234567", "BOWLINE_LIVE=yes is not set"],
  ["yes", "U1234567", "live trading opens when the risk gate is complete"],
] as const)("does not start with BOWLINE_LIVE=%s and the account %s: %s", (BOWLINE_LIVE, BOWLINE_ACCOUNT, text) => {
  expect(() => refuseLive({ BOWLINE_LIVE, BOWLINE_ACCOUNT })).toThrow(ConfigFailure);
  expect(() => refuseLive({ BOWLINE_LIVE, BOWLINE_ACCOUNT })).toThrow(text);
});
