import { assert } from "@bowline/kernel";
import type { MemoryJournal } from "./memory-journal.ts";
import type { Seat } from "./seat.ts";

/** The conductor's part of lock-step: turns, and rounds until nobody has outputs. The order is the live run's. */
export type Rounds = {
  /** Shows a seat everything up to the journal's end, then gives it the turn. */
  turn(seat: Seat): void;
  /** Rounds until it is quiet. */
  settle(): void;
};

/** `seats` in any order: turns go by name, in the alphabet's order. */
export function makeRounds(journal: MemoryJournal, seats: readonly Seat[]): Rounds {
  const table = [...seats]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((seat) => ({ seat, unread: journal.reader(seat.sees) }));

  const show = ({ seat, unread }: (typeof table)[number]): void => {
    for (const entry of unread) seat.apply(entry);
    unread.length = 0;
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
    },
  };
}
