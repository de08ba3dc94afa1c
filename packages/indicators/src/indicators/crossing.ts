import { SKIP, definePair } from "../indicator.ts";

/** `side`: which of the two was higher when they last differed. */
type CrossingState = { side: number; count: number; crossed: number };

/** Whether one series has just passed the other. */
export const crossing = definePair({
  name: "crossing",
  title: "Crossing",
  doc: "Says on which bar `of` passes `with`. Touching and turning back is no crossing; touching and going on is one.",
  formula: "1 where x > y now and x < y when they last differed; −1 the other way round; else 0",
  seeding: "the second bar",
  source: { citation: "as TradingView's ta.cross, but over bars on which both are equal" },
  params: {},
  memory: "window",
  missing: SKIP,
  barsNeeded: () => 2,
  init: (): CrossingState => ({ side: 0, count: 0, crossed: 0 }),
  update: (state, x, y) => {
    if (state.count < 2) state.count += 1;
    const side = x > y ? 1 : x < y ? -1 : 0;
    state.crossed = side !== 0 && state.side === -side ? side : 0;
    if (side !== 0) state.side = side;
  },
  outputs: {
    value: {
      unit: "number",
      doc: "1 upwards, −1 downwards, 0 none",
      read: ({ count, crossed }) => (count < 2 ? undefined : crossed),
    },
  },
});
