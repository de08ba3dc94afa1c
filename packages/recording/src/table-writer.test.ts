import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, describe, expect, it } from "vitest";
import { type Column, type ExportFormat, makeTableWriter, type Row } from "./table-writer.ts";

const folder = mkdtempSync(join(tmpdir(), "bowline-table-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const columns: readonly Column[] = [
  { name: "close_us", type: "INT64" },
  { name: "symbol", type: "STRING" },
  { name: "close_micros", type: "INT64" },
];
const rows: readonly Row[] = [
  { close_us: 1_380_893_400_000_000, symbol: "AAPL", close_micros: 100_010_000 },
  { close_us: 1_380_893_460_000_000, symbol: "AAPL", close_micros: undefined },
];
async function written(format: ExportFormat): Promise<string> {
  const file = join(folder, `t.${format}`);
  const table = makeTableWriter(file, format, columns);
  for (const row of rows) await table.write([row]);
  await table.write([]);
  expect(existsSync(file)).toBe(false);
  await table.finish();
  return file;
}

describe("a table", () => {
  it("in CSV has a header, and nothing where nothing is known", async () => {
    expect(readFileSync(await written("csv"), "utf8")).toBe(
      "close_us,symbol,close_micros\n1380893400000000,AAPL,100010000\n1380893460000000,AAPL,\n",
    );
  });
  it("in JSON lines leaves out what is not known", async () => {
    const lines = readFileSync(await written("jsonl"), "utf8")
      .trimEnd()
      .split("\n");
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      rows[0],
      { close_us: 1_380_893_460_000_000, symbol: "AAPL" },
    ]);
  });
  it("in Parquet has whole numbers, and null where nothing is known", async () => {
    const bytes = readFileSync(await written("parquet"));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    const read = (await parquetReadObjects({ file })) as Record<string, unknown>[];
    expect(read.map((row) => [Number(row["close_us"]), row["symbol"], row["close_micros"] ?? undefined])).toEqual([
      [1_380_893_400_000_000, "AAPL", 100_010_000n],
      [1_380_893_460_000_000, "AAPL", undefined],
    ]);
  });
  it("that is abandoned leaves nothing", async () => {
    const file = join(folder, "gone.csv");
    const table = makeTableWriter(file, "csv", columns);
    await table.write(rows);
    table.abandon();
    expect([existsSync(file), existsSync(`${file}.unfinished`)]).toEqual([false, false]);
  });
});
