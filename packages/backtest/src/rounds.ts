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
  const sorted = [...seats].sort((a, b) => (a.name < b.name ? -1 : 1));
  const positions = new Map<Seat, number>(sorted.map((seat) => [seat, 0]));

  const show = (seat: Seat): void => {
    const lastSeq = journal.lastSeq();
    for (let seq = (positions.get(seat) ?? 0) + 1; seq <= lastSeq; seq++) seat.apply(journal.at(seq));
    positions.set(seat, lastSeq);
  };
  const turn = (seat: Seat): void => {
    show(seat);
    seat.turn();
  };
  return {
    turn,
    settle() {
      for (;;) {
        for (const seat of sorted) show(seat);
        const pending = sorted.filter((seat) => seat.pending() > 0);
        if (pending.length === 0) break;
        for (const seat of pending) turn(seat);
      }
      journal.forget();
    },
  };
}
