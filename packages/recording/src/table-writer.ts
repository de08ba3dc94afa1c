import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { fileWriter, ParquetWriter } from "hyparquet-writer";
import { UNFINISHED } from "./durable-file.ts";

export const EXPORT_FORMATS = ["csv", "jsonl", "parquet"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A column of a table: INT64 holds safe integers, and may be absent in a row; a string may not. */
export type Column = { readonly name: string; readonly type: "INT64" | "STRING" };
export type Row = Readonly<Record<string, string | number | undefined>>;

/** Writes rows to a file of one format, a chunk at a time; the file has its name only when it is whole. */
export type TableWriter = {
  write(rows: readonly Row[]): Promise<void>;
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  abandon(): void;
};

/** Throws where the disk does not take it. */
export function makeTableWriter(file: string, format: ExportFormat, columns: readonly Column[]): TableWriter {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}${UNFINISHED}`;
  const rows = format === "parquet" ? parquetRows(unfinished, columns) : textRows(unfinished, format, columns);
  return {
    write: rows.write,
    async finish() {
      await rows.finish();
      renameSync(unfinished, file);
    },
    abandon: () => rmSync(unfinished, { force: true }),
  };
}

type Rows = Pick<TableWriter, "write" | "finish">;

function parquetRows(file: string, columns: readonly Column[]): Rows {
  const writer = new ParquetWriter({
    writer: fileWriter(file),
    createdBy: "bowline",
    schema: [
      { name: "root", num_children: columns.length },
      ...columns.map(({ name, type }) =>
        type === "STRING"
          ? ({ name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" } as const)
          : ({ name, type: "INT64", repetition_type: "OPTIONAL" } as const),
      ),
    ],
  });
  const dataOf = ({ name, type }: Column, rows: readonly Row[]): unknown[] =>
    rows.map((row) => {
      const value = row[name];
      return type === "INT64" && value !== undefined ? BigInt(value) : value;
    });
  return {
    async write(rows) {
      if (rows.length === 0) return;
      await writer.write({ columnData: columns.map((column) => ({ name: column.name, data: dataOf(column, rows) })) });
    },
    async finish() {
      await writer.finish();
      const descriptor = openSync(file, "r");
      fsyncSync(descriptor);
      closeSync(descriptor);
    },
  };
}

function textRows(file: string, format: "csv" | "jsonl", columns: readonly Column[]): Rows {
  const descriptor = openSync(file, "w");
  const put = (text: string): void => {
    const bytes = new TextEncoder().encode(text);
    for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
  };
  if (format === "csv") put(`${columns.map(({ name }) => name).join(",")}\n`);
  // No value has a comma or a quote: symbols, fields and numbers.
  const lineOf = (row: Row): string =>
    format === "csv" ? columns.map(({ name }) => row[name] ?? "").join(",") : JSON.stringify(row);
  return {
    async write(rows) {
      if (rows.length > 0) put(`${rows.map(lineOf).join("\n")}\n`);
    },
    async finish() {
      fsyncSync(descriptor);
      closeSync(descriptor);
    },
  };
}
