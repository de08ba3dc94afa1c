import { assert } from "@bowline/kernel";
import type { MemoryJournal } from "./memory-journal.ts";
import type { Seat } from "./seat.ts";

/** The conductor's part of lock-step: turns, and rounds until nobody has outputs. The order is the live run's. */
export type Rounds = {
  /** Shows a seat everything up to the journal's end, then gives it the turn. */
  turn(seat: Seat): void;
  /** Rounds until it is quiet; then the journal forgets what everybody has read. */
  settle(): void;
};

/** `seats` in any order: turns go by name, in the alphabet's order. */
export function makeRounds(journal: MemoryJournal, seats: readonly Seat[]): Rounds {
  const table = [...seats].sort((a, b) => (a.name < b.name ? -1 : 1)).map((seat) => ({ seat, position: 0 }));

  const show = (place: (typeof table)[number]): void => {
    const lastSeq = journal.lastSeq();
    for (let seq = place.position + 1; seq <= lastSeq; seq++) place.seat.apply(journal.at(seq));
    place.position = lastSeq;
  };
  const take = (place: (typeof table)[number]): void => {
    show(place);
    place.seat.turn();
  };
  return {
    turn(seat) {
      const place = table.find((one) => one.seat === seat);
      assert(place !== undefined, `${seat.name} has no seat at this table`);
      take(place);
    },
    settle() {
      for (;;) {
        for (const place of table) show(place);
        const pending = table.filter(({ seat }) => seat.pending() > 0);
        if (pending.length === 0) break;
        for (const place of pending) take(place);
      }
      journal.forget();
    },
  };
}
