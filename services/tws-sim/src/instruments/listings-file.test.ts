import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigFailure, formatConfigError } from "@bowline/config";
import { describe, expect, it } from "vitest";
import { makeInstruments } from "./instruments.ts";
import { parseListings, readListings } from "./listings-file.ts";

const OWN = `instruments:
  - { symbol: ACME, name: Acme Corp, primaryExchange: NYSE, conId: 777, isin: US0378331005, minTick: "0.0001", marketRule: 557, sizeIncrement: 0.01 }
  - { symbol: AAPL, name: Another Apple, primaryExchange: NASDAQ }
`;

function findingsOf(text: string): string[] {
  const parsed = parseListings(text, "mine.yaml");
  return parsed.ok ? [] : parsed.error.map(formatConfigError);
}

describe("a user's file of instruments", () => {
  it("adds to the built-in ones and replaces those of the same name", () => {
    const listings = parseListings(OWN, "mine.yaml");
    if (!listings.ok) throw new Error("not read");
    const { all } = makeInstruments(["AAPL"], listings.value);
    expect(all.find(({ symbol }) => symbol === "ACME")).toMatchObject({
      conId: 777,
      isin: "US0378331005",
      synthetic: false,
      minTickPx: 100,
      qtyIncrement: 10_000,
      marketRuleId: 557,
    });
    expect(
      all.filter(({ symbol, currency }) => symbol === "AAPL" && currency === "USD").map(({ name }) => name),
    ).toEqual(["Another Apple"]);
    expect(all.length).toBeGreaterThan(500);
  });

  it("stands alone where it says so, but for what the market plays", () => {
    const listings = parseListings(`mode: replace\n${OWN}`, "mine.yaml");
    if (!listings.ok) throw new Error("not read");
    expect(makeInstruments(["AAPL", "GS"], listings.value).all.map(({ symbol }) => symbol)).toEqual([
      "ACME",
      "AAPL",
      "GS",
    ]);
  });

  it("may be JSON", () => {
    expect(
      parseListings('{"instruments":[{"symbol":"ACME","name":"Acme","primaryExchange":"NYSE"}]}', "mine.json"),
    ).toMatchObject({ ok: true });
  });

  it("says file and line of everything that is wrong", () => {
    expect(
      findingsOf(`instruments:
  - { symbol: acme, name: Acme, primaryExchange: NYSE }
  - { symbol: ACME, name: Acme, primaryExchange: NYSE, minTick: 0, isin: US0378331006, colour: red }
`),
    ).toEqual([
      expect.stringMatching(/^mine\.yaml:2:\d+: instruments\[0\]\.symbol: a symbol is upper-case/),
      expect.stringMatching(/^mine\.yaml:3:\d+: instruments\[1\]\.isin: the ISIN's check digit is wrong/),
      expect.stringMatching(/^mine\.yaml:3:\d+: instruments\[1\]\.minTick: a positive decimal/),
      expect.stringMatching(/^mine\.yaml:3:\d+: instruments\[1\]\.colour: unknown key `colour`; Allowed: /),
    ]);
  });

  it("refuses the same listing and the same contract id twice", () => {
    expect(
      findingsOf(`instruments:
  - { symbol: ACME, name: Acme, primaryExchange: NYSE, conId: 7 }
  - { symbol: ACME, name: Acme, primaryExchange: NYSE }
  - { symbol: ZETA, name: Zeta, primaryExchange: NYSE, conId: 7 }
`),
    ).toEqual([
      expect.stringMatching(
        /^mine\.yaml:3:\d+: instruments\[1\]\.symbol: ACME NYSE USD stands at instruments\[0\] already$/,
      ),
      expect.stringMatching(/^mine\.yaml:4:\d+: instruments\[2\]\.conId: 7 stands at instruments\[0\] already$/),
    ]);
  });

  it("is read from disk, and ends the program with its findings", () => {
    const directory = mkdtempSync(join(tmpdir(), "bowline-listings-"));
    const file = join(directory, "mine.yaml");
    writeFileSync(file, OWN);
    expect(readListings(file).entries.length).toBe(2);
    writeFileSync(file, "instruments: []\n");
    expect(() => readListings(file)).toThrow(ConfigFailure);
    rmSync(directory, { recursive: true });
  });
});
