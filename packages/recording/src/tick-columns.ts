import type { TickBatch } from "@bowline/contracts";
import type { Us } from "@bowline/kernel";

export type TickField = TickBatch["ticks"][number]["field"];

/** One recorded tick: what the stream had, and where. */
export type RecordedTick = {
  /** Sequence in the stream of the batch that it came with. */
  readonly seq: number;
  /** Its place in the batch. */
  readonly ordinal: number;
  readonly eventUs: Us;
  readonly field: TickField;
  /** As the contract of `TickBatch` says it for the field: micros of a price or of a share, or a number. */
  readonly value: number;
};

/** Ticks of one symbol and day, column by column, in the order of the stream. */
export type TickColumns = {
  readonly seq: number[];
  readonly ordinal: number[];
  readonly eventUs: number[];
  readonly field: TickField[];
  readonly value: number[];
};

export const emptyColumns = (): TickColumns => ({ seq: [], ordinal: [], eventUs: [], field: [], value: [] });

export function addTick(columns: TickColumns, { seq, ordinal, eventUs, field, value }: RecordedTick): void {
  columns.seq.push(seq);
  columns.ordinal.push(ordinal);
  columns.eventUs.push(eventUs);
  columns.field.push(field);
  columns.value.push(value);
}
