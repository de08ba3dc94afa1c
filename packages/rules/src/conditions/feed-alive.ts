import { boolCondition } from "../range-condition.ts";

export const feedAlive = boolCondition({
  name: "feedAlive",
  group: "market",
  doc: "Whether the feed lived through the last minute.",
  of: "market.feed_alive",
});
