import { money } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { loginAccounts } from "./login-accounts.ts";

const cash = money(5_000_000);
const scripted = [
  { accountId: "DU1", cash: money(1) },
  { accountId: "DU2", cash: money(2) },
];

describe("the accounts of a login", () => {
  it("are the one that everybody knows, or those that are named, each once", () => {
    expect(loginAccounts({ accountIds: [], cash, scripted: [] })).toEqual({
      ok: true,
      value: [{ accountId: "DU1234567", cash }],
    });
    expect(loginAccounts({ accountIds: ["DU9", "DU8", "DU9"], cash, scripted: [] })).toEqual({
      ok: true,
      value: [
        { accountId: "DU9", cash },
        { accountId: "DU8", cash },
      ],
    });
  });
  it("are those of a market file, and none besides", () => {
    expect(loginAccounts({ accountIds: ["DU2"], cash, scripted })).toEqual({ ok: true, value: scripted });
    expect(loginAccounts({ accountIds: ["DU2", "DU3"], cash, scripted })).toEqual({
      ok: false,
      error: "DU3 is not among the accounts of the market file (DU1, DU2): add it there, or name none",
    });
  });
});
