import { describe, expect, it } from "vitest";
import { accountMode, chooseAccount } from "./account-mode.ts";

describe("the two switches of live trading", () => {
  it.each([
    [false, undefined, "paper"],
    [false, "DU1234567", "paper"],
    [false, "DF1234567", "paper"],
    [true, "U1234567", "live"],
    [true, "I1234567", "live"],
  ])("live %j and account %j are %s", (live, accountId, mode) => {
    expect(accountMode({ live, accountId })).toEqual({ ok: true, value: mode });
  });

  it.each([
    [true, undefined, "set BOWLINE_ACCOUNT"],
    [true, "DU1234567", "is a paper account"],
    [false, "U1234567", "BOWLINE_LIVE=yes is not set"],
    [false, "DUMMY", "is not a paper account"],
  ])("live %j and account %j contradict each other, and say so", (live, accountId, text) => {
    expect(accountMode({ live, accountId })).toMatchObject({ ok: false, error: expect.stringContaining(text) });
  });
});

describe("the account of a login", () => {
  it.each([
    ["DU1,", undefined, "paper", "DU1"],
    ["DU1,DU2", "DU2", "paper", "DU2"],
    ["U1", "U1", "live", "U1"],
  ] as const)("of %s, wanted %s on a %s configuration, is %s", (list, wanted, mode, account) => {
    expect(chooseAccount(list, wanted, mode)).toEqual({ ok: true, value: account });
  });

  it.each([
    ["", undefined, "paper", "name one in BOWLINE_ACCOUNT"],
    ["DU1,DU2", undefined, "paper", "name one in BOWLINE_ACCOUNT"],
    ["DU1", "DU2", "paper", "has no account DU2"],
    ["U1", undefined, "paper", "is not a paper account"],
    ["U1", "U1", "paper", "is not a paper account"],
    ["DU1", "DU1", "live", "is a paper account"],
    ["DU1", "U1", "live", "has no account U1"],
    ["U1,DU1", "DU1", "paper", "paper and live accounts in one login"],
  ] as const)("of %j, wanted %j on a %s configuration, is refused", (list, wanted, mode, text) => {
    expect(chooseAccount(list, wanted, mode)).toMatchObject({ ok: false, error: expect.stringContaining(text) });
  });
});
