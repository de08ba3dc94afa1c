import type { Entry } from "@bowline/contracts";
import type { Column, Row } from "./table.ts";

/** A table that is folded from the journal. */
export type View = {
  readonly columns: readonly Column[];
  /** What stands there instead of an empty table. */
  readonly empty: string;
  add(entry: Entry): void;
  rows(): readonly Row[];
};

export type MakeView = () => View;
