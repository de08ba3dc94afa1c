import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCsvRow, parseCsv } from "./csv.ts";

const textOf = (text: string) => {
  const rows = parseCsv(text, "a.csv");
  return rows.ok ? rows.value.map((row) => row.map((cell) => cell.text)) : rows.error;
};

describe("CSV", () => {
  it("reads plain and quoted cells, with either line end and with or without the last one", () => {
    expect(textOf('a,b\r\n1,"x, ""y""\nz"\n\n,')).toEqual([
      ["a", "b"],
      ["1", 'x, "y"\nz'],
      ["", ""],
    ]);
  });
  it("says where a cell begins, also after a quoted line feed", () => {
    const rows = parseCsv('a,"b\nc",d\ne,f', "a.csv");
    expect(
      rows.ok && rows.value.flat().map((cell) => `${cell.text.replace("\n", "|")} ${cell.line}:${cell.column}`),
    ).toEqual(["a 1:1", "b|c 1:3", "d 2:4", "e 3:1", "f 3:3"]);
  });
  it("names the place of a quote that is not closed", () => {
    expect(textOf('a,b\n1,"x')).toEqual({
      file: "a.csv",
      line: 2,
      column: 3,
      path: "",
      message: "a quote is not closed, or text follows a closing quote",
    });
    expect(textOf('a,"b"c')).toMatchObject({ line: 1, column: 3 });
  });
  it("round-trips any cells", () => {
    const cells = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(cells, (rows) => {
        expect(textOf(`h,i\n${rows.map(formatCsvRow).join("")}`)).toEqual([["h", "i"], ...rows]);
      }),
    );
  });
});
