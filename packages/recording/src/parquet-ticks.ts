import { TICK_FIELDS } from "@bowline/contracts";
import { assert, us } from "@bowline/kernel";
import { parquetReadObjects } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import type { RecordedTick, TickColumns, TickField } from "./tick-columns.ts";

const wide = (values: readonly number[]): BigInt64Array => BigInt64Array.from(values, BigInt);

/**
 * Ticks as a Parquet file: `seq` INT64, `ordinal` INT32, `event_us` INT64 (unix microseconds), `field` string, `value` INT64;
 * none is ever null.
 */
export const ticksToParquet = ({ seq, ordinal, eventUs, field, value }: TickColumns): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: "seq", data: wide(seq), type: "INT64", nullable: false, encoding: "DELTA_BINARY_PACKED" },
        { name: "ordinal", data: Int32Array.from(ordinal), type: "INT32", nullable: false },
        { name: "event_us", data: wide(eventUs), type: "INT64", nullable: false, encoding: "DELTA_BINARY_PACKED" },
        { name: "field", data: field, type: "STRING", nullable: false },
        { name: "value", data: wide(value), type: "INT64", nullable: false },
      ],
      rowGroupSize: 100_000,
      createdBy: "bowline",
    }),
  );

const FIELDS: ReadonlySet<unknown> = new Set(TICK_FIELDS);
const isField = (value: unknown): value is TickField => FIELDS.has(value);

function numberOf(row: Readonly<Record<string, unknown>>, name: string): number {
  const value = Number(row[name]);
  assert(Number.isSafeInteger(value), `${name}: ${String(row[name])} is no safe integer`);
  return value;
}

/** The ticks of a Parquet file's bytes, in its order. Throws where it is no such file. */
export async function ticksOfParquet(bytes: Uint8Array): Promise<readonly RecordedTick[]> {
  const { buffer, byteOffset, byteLength } = bytes;
  const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  const rows = (await parquetReadObjects({ file })) as readonly Readonly<Record<string, unknown>>[];
  return rows.map((row) => {
    const { field } = row;
    assert(isField(field), `field: ${String(field)} is none of a tick`);
    return {
      seq: numberOf(row, "seq"),
      ordinal: numberOf(row, "ordinal"),
      eventUs: us(numberOf(row, "event_us")),
      field,
      value: numberOf(row, "value"),
    };
  });
}
