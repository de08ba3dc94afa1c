import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { ConfigFailure, formatConfigError, withCaret } from "./config-error.ts";
import { parseGroups, readGroups } from "./groups.ts";
import { readTextFile, readYamlFile } from "./read-file.ts";
import { formatPath, parseYaml } from "./yaml-document.ts";

const schema = z.strictObject({ name: z.string(), list: z.array(z.strictObject({ size: z.number().int() })) });

describe("a YAML file", () => {
  it("is read, with the place of every value", () => {
    const parsed = parseYaml("name: x\nlist:\n  - size: 1\n  - size: 2\n", "f.yaml", schema);
    expect(parsed).toMatchObject({ ok: true, value: { value: { name: "x", list: [{ size: 1 }, { size: 2 }] } } });
    if (!parsed.ok) return;
    expect(parsed.value.locate(["list", 1, "size"])).toStrictEqual({ line: 4, column: 11 });
    expect(formatConfigError(parsed.value.errorAt(["list", 1], "too many"))).toBe("f.yaml:4:5: list[1]: too many");
  });
  it.each([
    ["name: x\nlist: []\nnmae: y\n", "f.yaml:3:1: nmae:"],
    ["name: x\nlist:\n  - size: big\n", "f.yaml:3:11: list[0].size:"],
    ["name: [\n", "f.yaml:2:1:"],
    ["name: x\nname: y\nlist: []\n", "f.yaml:2:1:"],
    ["list: []\n", "f.yaml:1:1: name:"],
  ])("names file, line and column of what is wrong in %j", (text, start) => {
    const parsed = parseYaml(text, "f.yaml", schema);
    const lines = parsed.ok ? [] : parsed.error.map(formatConfigError);
    expect(lines.filter((line) => line.startsWith(start))).not.toHaveLength(0);
  });
  it.each([
    ["name: x\nlist:\n  - a: 1\n    b: 2\n   c: 3\n", "f.yaml:5:1: "],
    [
      "name: x\nlist:\n  - a: 1\n     b: 2\n",
      "f.yaml:3:8: this does not fit here: what belongs together is indented alike (Nested",
    ],
    ["name: x\nlist:\n\t- a: 1\n", "f.yaml:3:1: YAML is indented by spaces (Tabs are not allowed as indentation)"],
    ["name: x\nlist: []\nlist: []\n", "f.yaml:3:1: Map keys must be unique"],
  ])("says of broken YAML %j one thing, in plain words where the parser has none", (text, start) => {
    const parsed = parseYaml(text, "f.yaml", schema);
    const lines = parsed.ok ? [] : parsed.error.map(formatConfigError);
    expect(lines.map((line) => line.slice(0, start.length))).toEqual([start]);
  });
  it("points at the key where the finding is about the key, also with its value on later lines", () => {
    const parsed = parseYaml("name: x\nlits:\n  - size: 1\n", "f.yaml", schema);
    expect(parsed.ok ? [] : parsed.error.map(formatConfigError)).toContainEqual(
      expect.stringMatching(/^f\.yaml:2:1: lits: /),
    );
  });
  it("shows the line with a caret, where the finding does not show one itself", () => {
    const error = { file: "f.yaml", line: 2, column: 5, path: "a.b", message: "wrong" };
    expect(formatConfigError(withCaret(error, "a:\n  b: c\n"))).toBe("f.yaml:2:5: a.b: wrong\n    b: c\n      ^");
    expect(withCaret({ ...error, message: "wrong\n  there" }, "a:\n  b: c\n").message).toBe("wrong\n  there");
    expect(withCaret({ ...error, line: 0 }, "a:\n").message).toBe("wrong");
  });
  it("writes paths as people do", () => {
    expect(formatPath(["groups", "tech", 1, "name"])).toBe("groups.tech[1].name");
  });
});

describe("files", () => {
  let dir: string;
  beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), "config-"))));
  afterEach(() => rmSync(dir, { recursive: true }));

  it("are read, or said to be missing with what is needed", () => {
    const file = join(dir, "a.yaml");
    writeFileSync(file, "name: x\nlist: []\n");
    expect(readYamlFile(file, "a thing", schema).value.name).toBe("x");
    expect(() => readYamlFile(join(dir, "b.yaml"), "a thing", schema)).toThrow(
      /b\.yaml: no such file; a thing is needed here/,
    );
    expect(() => readTextFile(dir, "a thing")).toThrow(/EISDIR/);
    writeFileSync(file, "name: 1\nlist: []\n");
    expect(() => readYamlFile(file, "a thing", schema)).toThrow(ConfigFailure);
  });
  it("hold groups", () => {
    const file = join(dir, "groups.yaml");
    writeFileSync(file, "groups:\n  tech: [MSFT, AAPL]\n  banks: [BRK.B]\n");
    const groups = readGroups(file);
    expect([...groups.byName]).toStrictEqual([
      ["banks", ["BRK.B"]],
      ["tech", ["AAPL", "MSFT"]],
    ]);
    expect(groups.symbols).toStrictEqual(["AAPL", "BRK.B", "MSFT"]);
    expect(groups.groupOf("MSFT")).toBe("tech");
    expect(groups.groupOf("XYZ")).toBeUndefined();
    writeFileSync(file, "groups: {}\n");
    expect(() => readGroups(file)).toThrow(/at least one group/);
  });
});

describe("groups", () => {
  it("say whose bars are built from trades, by group or symbol, and who has extended hours", () => {
    const text =
      "groups:\n  a: [IBM, SPY]\n  b: [BAC]\nbars: { SPY: five-seconds, a: ticks, BAC: ticks }\nextendedHours: [IBM]\n";
    const parsed = parseGroups(text, "g.yaml");
    expect(parsed.ok && [...parsed.value.fromTicks].sort()).toEqual(["BAC", "IBM"]);
    expect(parsed.ok && [...parsed.value.extendedHours]).toEqual(["IBM"]);
    const plain = parseGroups("groups:\n  a: [SPY]\n", "g.yaml");
    expect(plain.ok && plain.value.fromTicks.size + plain.value.extendedHours.size).toBe(0);
  });
  it.each([
    ["groups:\n  a: [SPY]\nbars: { b: ticks }\n", "bars.b", /no group and no symbol/],
    ["groups:\n  a: [SPY]\nbars: { a: minutes }\n", "bars.a", /five-seconds/],
    ["groups:\n  a: [SPY]\nextendedHours: [a]\n", "extendedHours[0]", /needs `bars: ticks`/],
    ["groups:\n  a: [SPY]\nextendedHours: [IBM]\n", "extendedHours[0]", /no group/],
    ["groups:\n  a: [SPY]\nbenchmarks: [QQQ, SPY]\n", "benchmarks[1]", /SPY is in a already/],
  ])("refuse a wish that cannot be: %j", (text, path, message) => {
    const parsed = parseGroups(text, "g.yaml");
    const findings = parsed.ok ? [] : parsed.error;
    expect(findings.map((one) => one.path)).toEqual([path]);
    expect(findings[0]?.message).toMatch(message);
  });
  it("refuse a symbol in two groups, at its second place", () => {
    const parsed = parseGroups("groups:\n  a: [SPY]\n  b: [IBM, SPY]\n", "g.yaml");
    expect(parsed).toMatchObject({
      ok: false,
      error: [
        { line: 3, column: 12, path: "groups.b[1]", message: "SPY is in a already; a symbol belongs to one group" },
      ],
    });
  });
  it("may say a symbol's sector, and keep the order of the file", () => {
    const parsed = parseGroups("groups:\n  z: [SPY, AAPL]\n  a: [IBM]\nsectors:\n  Big Tech: [AAPL]\n", "g.yaml");
    const groups = parsed.ok ? parsed.value : undefined;
    expect([groups?.sectorOf("AAPL"), groups?.sectorOf("SPY")]).toEqual(["Big Tech", undefined]);
    expect(groups?.declared).toEqual(["SPY", "AAPL", "IBM"]);
  });
  it("may name symbols that are compared with and not traded", () => {
    const parsed = parseGroups("groups:\n  a: [IBM]\nbenchmarks: [XLK, QQQ, XLK]\n", "g.yaml");
    const groups = parsed.ok ? parsed.value : undefined;
    expect(groups?.benchmarks).toEqual(["XLK", "QQQ"]);
    expect([groups?.symbols, groups?.groupOf("QQQ")]).toEqual([["IBM"], undefined]);
  });
  it.each([
    ["groups:\n  Tech: [SPY]\n", /lower-case/],
    ["groups:\n  a: [spy]\n", /upper-case/],
    ["groups:\n  a: []\n", /needs a symbol/],
    ["groups:\n  a: [ON]\nx: 1\n", /./],
    ["groups:\n  a: [SPY]\nsectors: { Funds: [IBM] }\n", /IBM is in no group/],
    ["groups:\n  a: [SPY]\nsectors: { Funds: [SPY], Other: [SPY] }\n", /SPY is in Funds already/],
    ["groups:\n  a: [SPY]\nsectors: { Funds: [] }\n", /a sector needs a symbol/],
  ])("refuse %j", (text, message) => {
    const parsed = parseGroups(text, "g.yaml");
    expect(parsed.ok ? "" : parsed.error.map((e) => e.message).join()).toMatch(message);
  });
});
