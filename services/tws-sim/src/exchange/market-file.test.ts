import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { money, micros } from "@bowline/kernel";
import { afterAll, describe, expect, it } from "vitest";
import { openBroker, readMarketScript } from "./market-file.ts";
import { openMarket } from "./open-market.ts";

const folder = mkdtempSync(join(tmpdir(), "bowline-market-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileOf = (text: string): string => {
  const file = join(folder, "market.yaml");
  writeFileSync(file, text);
  return file;
};
const wish = { symbols: ["AAPL"], accounts: [{ accountId: "DU7", cash: money(micros("5000")) }], seed: 1 };

describe("market file of the simulator", () => {
  it("makes the market and the accounts that it describes", () => {
    const script = readMarketScript(
      fileOf(
        "market: { auctions: { openRatio: 0.02, closeRatio: 0.08 } }\nborrow: { none: [AAPL] }\naccounts: [{ id: DU1, cash: 900 }, { id: DU2 }]\n",
      ),
    );
    const market = openMarket({ seed: 1, traits: script.traits });
    expect(market.ok && market.value.step(0, 0)[0]?.state?.auction).toBe("OPEN");
    expect(openBroker({ ...wish, accounts: script.accounts, script }).account()).toMatchObject({
      accountId: "DU1",
      cash: 900_000_000,
    });
  });

  it("reads the file that ships", () => {
    const script = readMarketScript(join(import.meta.dirname, "../../../../deploy/markets/eventful.yaml"));
    const market = openMarket({ seed: 1, traits: script.traits });
    // NVDA falls by 12 % at 09:45, stands at its band for 15 seconds, and is paused.
    const nvda = [180, 182, 183, 242, 243].map((step) => market.ok && market.value.step(0, step)[6]?.state);
    expect(nvda).toMatchObject([
      { halted: 0, isLimitState: true },
      { halted: 0, isLimitState: true },
      { halted: 2 },
      { halted: 2 },
      { halted: 0, auction: "REOPEN" },
    ]);
  });

  it("leaves accounts as they are where it names none", () => {
    const broker = openBroker({ ...wish, script: readMarketScript(fileOf("fees: ib-fixed\n")) });
    expect(broker.account()).toMatchObject({ accountId: "DU7", cash: 5_000_000_000 });
    expect(openBroker(wish).accountId).toBe("DU7");
  });

  it("names what is wrong in it, and refuses traits for recorded minutes", () => {
    expect(() => readMarketScript(fileOf("fees: free\n"))).toThrow("fees");
    expect(() => readMarketScript(join(folder, "none.yaml"))).toThrow("a market file");
    const replay = openMarket({ seed: 1, data: folder, traits: { gaps: { volatility: 0.1 } } });
    expect(!replay.ok && replay.error).toContain("synthetic market");
  });
});
