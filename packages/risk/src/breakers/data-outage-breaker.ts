import { countLimit, ratioLimit, WAIVED } from "../limits/limit.ts";
import { calm, measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Takes everything to REDUCING while the feed of many symbols is silent. */
export const dataOutageBreaker = defineBreaker({
  code: "DATA_OUTAGE_BREAKER",
  doc: "The feeds of most symbols speak.",
  remedy: "Look at the data connection and at market-data: `./bowline status`.",
  watches: "SYSTEM",
  trips: "REDUCING",
  inSession: true,
  limits: {
    breakerSilentShare: ratioLimit("Part of the symbols whose feed is silent.", { careful: "0.25", normal: "0.5" }),
    breakerSilentMs: countLimit("Milliseconds without a word after which a feed counts as silent.", {
      careful: 15_000,
      normal: 30_000,
    }),
  },
  look: ({ silentShare }, { breakerSilentShare: limit, breakerSilentMs: ms, breakerRecovery: recovery }) =>
    ms === WAIVED
      ? calm
      : measure({ what: "silentShare", value: silentShare(ms), limit, named: "breakerSilentShare", recovery }),
});
