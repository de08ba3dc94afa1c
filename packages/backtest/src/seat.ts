import type { Entry } from "@bowline/contracts";

/** A machine or an edge at the table: what the conductor gives rounds and turns to. */
export type Seat = {
  readonly name: string;
  /** Takes in one entry of the journal; acts on nothing yet. */
  apply(entry: Entry): void;
  /** How much it would do in its turn. */
  pending(): number;
  /** Publishes what is pending, and acts. */
  turn(): void;
};
