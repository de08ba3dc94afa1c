import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeGroups } from "@bowline/config";
import { aQuote, at, dollars } from "@bowline/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { makeComparison } from "./comparison.ts";
import { priceOfMessage, pricesOfCsv, readSecondSource } from "./second-source.ts";

const folder = mkdtempSync(join(tmpdir(), "bowline-second-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileOf = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const REST = "bound: 0.01\nholdSeconds: 10\nstaleSeconds: 60\n";

describe("the file of a second source", () => {
  it("names a subject, or a file of prices", () => {
    expect(readSecondSource(fileOf("a.yaml", `source: vendor\nsubject: second.prices.>\n${REST}`))).toEqual({
      limits: { source: "vendor", bound: 10_000, holdUs: 10_000_000, staleUs: 60_000_000 },
      subject: "second.prices.>",
      prices: [],
    });
    const csv = fileOf("p.csv", `at_us,symbol,px\n${at(1)},AAPL,100.01\n${at(2)},MSFT,50\n`);
    expect(readSecondSource(fileOf("b.yaml", `source: vendor\ncsv: ${csv}\n${REST}`)).prices).toEqual([
      { symbol: "AAPL", px: dollars("100.01"), atUs: at(1) },
      { symbol: "MSFT", px: dollars("50"), atUs: at(2) },
    ]);
  });
  it.each([
    [`source: v\n${REST}`, "one of `subject` and `csv`"],
    [`source: v\nsubject: tick.>\n${REST}`, "below `second.`"],
    [`source: v\nsubject: second.>\n${REST.replace("0.01", "2")}`, "0.01 for 1 %"],
    [`source: v\nsubject: second.>\n${REST}typo: 1\n`, "unknown key `typo`"],
    [`source: v\ncsv: ${join(folder, "none.csv")}\n${REST}`, "no such file"],
  ])("is refused with what is needed", (text, why) => {
    expect(() => readSecondSource(fileOf("c.yaml", text))).toThrow(why);
  });
  it.each([
    ["symbol,px\n", 1],
    [`at_us,symbol,px\n${at(1)},AAPL,\n`, 2],
    [`at_us,symbol,px\n${at(1)},AAPL,-1\n`, 2],
    [`at_us,symbol,px\n${at(2)},AAPL,1\n${at(1)},AAPL,1\n`, 3],
  ])("has prices by time: %j is refused in line %i", (text, line) => {
    expect(pricesOfCsv(text, "p.csv")).toMatchObject({ ok: false, error: [{ file: "p.csv", line }] });
  });
});

describe("a message of a second source", () => {
  const read = (value: unknown) => priceOfMessage(new TextEncoder().encode(JSON.stringify(value)));
  const about = { symbol: "AAPL", atUs: at(1) };
  it("tells a price, or both sides of a quote", () => {
    const value = { symbol: "AAPL", px: dollars("100"), atUs: at(1) };
    expect(read({ ...about, px: "100" })).toEqual({ ok: true, value });
    expect(read({ ...about, bidPx: 99.99, askPx: "100.01", more: 1 })).toEqual({ ok: true, value });
  });
  it.each([{}, about, { ...about, px: 0 }, { ...about, bidPx: 2, askPx: 1 }, { ...about, atUs: 0, px: 1 }, "AAPL"])(
    "that says nothing is none: %j",
    (value) => expect(read(value).ok).toBe(false),
  );
  it("that is no JSON is none", () => expect(priceOfMessage(new Uint8Array([1])).ok).toBe(false));
});

describe("the comparison", () => {
  const groups = makeGroups([["tech", ["AAPL"]]]);
  const limits = { source: "vendor", bound: 10_000, holdUs: 5_000_000, staleUs: 60_000_000 };
  const price = (symbol: string, text: string, second: number) => ({ symbol, px: dollars(text), atUs: at(second) });
  it("takes a file's prices when their time has come", () => {
    const prices = [price("AAPL", "102", 5), price("OTHER", "1", 6), price("AAPL", "103", 60)];
    const comparison = makeComparison({ limits, subject: undefined, prices }, groups);
    const take = (second: number) => comparison.take([aQuote({ quoteUs: at(second) })], at(second));
    expect([take(0), take(5)].flat()).toEqual([]);
    expect(take(10)).toMatchObject([{ symbol: "AAPL", state: "DIVERGENT", secondPx: dollars("102"), sinceUs: at(5) }]);
  });
  it("that is configured no more takes back what stood, once", () => {
    const comparison = makeComparison({ limits, subject: "second.>", prices: [] }, groups);
    comparison.hear(price("AAPL", "102", 0));
    const divergences = [0, 5].flatMap((second) => comparison.take([aQuote({ quoteUs: at(second) })], at(second)));
    const none = makeComparison(undefined, groups);
    for (const divergence of divergences) none.learn(divergence);
    expect(none.take([], at(9))).toMatchObject([{ symbol: "AAPL", state: "NOT_COMPARED", sinceUs: at(9) }]);
    expect(none.take([], at(10))).toEqual([]);
  });
});
