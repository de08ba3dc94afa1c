import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseSpeed, parseSymbols } from "./run-flags.ts";
import { prepareInputs } from "./run-inputs.ts";

let folder: string;
let data: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bowline-inputs-"));
  data = mkdtempSync(join(tmpdir(), "bowline-data-"));
  for (const symbol of ["IBM", "SPY", "BAC", "AIG"]) writeFileSync(join(data, `${symbol}.trades.csv`), "start_ms\n");
});
afterEach(() => {
  for (const path of [folder, data]) rmSync(path, { recursive: true, force: true });
});

describe("the inputs of a run", () => {
  it("are the examples where nothing is named", () => {
    const inputs = prepareInputs({ seed: 1 }, folder);
    expect(inputs.groups.byName.size).toBe(3);
    expect(inputs.groups.symbols).toHaveLength(8);
    expect(readFileSync(inputs.limitsFile, "utf8")).toMatch(/^limits:/m);
    expect(inputs.predictions).toBeUndefined();
  });
  it("put the symbols of a folder into groups of neighbours", () => {
    const { groups } = prepareInputs({ seed: 1, data }, folder);
    expect([...groups.byName]).toEqual([
      ["first", ["AIG", "BAC"]],
      ["second", ["IBM", "SPY"]],
    ]);
  });
  it("keep only the symbols that are asked for", () => {
    const { groups, groupsFile } = prepareInputs({ seed: 1, symbols: ["AAPL", "XOM"] }, folder);
    expect(groups.symbols).toEqual(["AAPL", "XOM"]);
    expect(readFileSync(groupsFile, "utf8")).not.toContain("MSFT");
  });
  it("name the file of an unknown symbol, and what is there", () => {
    expect(() => prepareInputs({ seed: 1, data, symbols: ["FOO"] }, folder)).toThrow(
      /FOO\.trades\.csv: not there.*AIG, BAC, IBM, SPY/,
    );
  });
  it("refuse a folder without data", () => {
    expect(() => prepareInputs({ seed: 1, data: folder }, folder)).toThrow(/--data names the folder/);
  });
  it("refuse a symbol that is in no group", () => {
    expect(() => prepareInputs({ seed: 1, symbols: ["ZZZ"] }, folder)).toThrow(/ZZZ: in no group/);
  });
});

describe("the flags of a run", () => {
  it("take symbols once each, in the alphabet's order", () =>
    expect(parseSymbols("SPY, IBM,SPY")).toEqual(["IBM", "SPY"]));
  it("refuse what is no symbol", () => expect(() => parseSymbols("spy")).toThrow(/no symbol/));
  it("take max or a positive number as a speed", () => {
    expect(parseSpeed("max")).toBe("max");
    expect(parseSpeed("0.5")).toBe("0.5");
    expect(() => parseSpeed("0")).toThrow(/neither max nor a number/);
  });
});
