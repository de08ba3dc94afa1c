import type { Entry, Event } from "@bowline/contracts";
import { type Us, US_PER_MINUTE } from "@bowline/kernel";
import type { MemoryJournal } from "./memory-journal.ts";
import type { Seat } from "./seat.ts";

/** Where a backtest's predictions come from, judged already: a file or a model, behind the admission that runs live. */
export type Predictions = {
  /** Every one-minute bar and every clock, in order, once. */
  observe(entry: Entry): void;
  /** On each clock that begins a minute: signals accepted and refused, in the order of the journal. */
  poll(nowUs: Us): readonly Event[];
};

/** Stands where services/prediction-ingest stands: asks once on each clock that begins a minute. */
export function makePredictionSeat(predictions: Predictions, journal: MemoryJournal): Seat {
  let clock: Entry | undefined;
  let serial = 0;
  return {
    name: "prediction-ingest",
    sees: (kind, timeframe) => kind === "control.clock" || timeframe === "1m",
    apply(entry) {
      predictions.observe(entry);
      if (entry.event.kind === "control.clock" && entry.event.nowUs % US_PER_MINUTE === 0) clock = entry;
    },
    pending: () => (clock === undefined ? 0 : 1),
    turn() {
      const cause = clock;
      clock = undefined;
      if (cause === undefined) return;
      const { seenUs } = cause.header;
      const events = predictions.poll(seenUs);
      if (events.length > 0) serial += 1;
      events.forEach((event, ordinal) =>
        journal.append(event, {
          machine: "prediction-ingest",
          cause,
          causeSeq: serial,
          ordinal,
          eventUs: seenUs,
          seenUs,
        }),
      );
    },
  };
}
