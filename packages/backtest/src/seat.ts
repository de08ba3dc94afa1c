import type { Entry } from "@bowline/contracts";
import type { Sight } from "./memory-journal.ts";

/** A machine or an edge at the table: what the conductor gives rounds and turns to. */
export type Seat = {
  readonly name: string;
  /** Which entries it is shown; all where it is not given. */
  readonly sees?: Sight | undefined;
  /** Takes in one entry of the journal; acts on nothing yet. */
  apply(entry: Entry): void;
  /** How much it would do in its turn. */
  pending(): number;
  /** Publishes what is pending, and acts. */
  turn(): void;
};
