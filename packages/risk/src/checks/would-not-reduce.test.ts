import { shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { describe } from "vitest";
import { holdsTo } from "../test-laws.ts";
import { wouldNotReduce } from "./would-not-reduce.ts";

const exit = anOrder({ purpose: "EXIT", side: "SELL" });

describe("[pitfall 12] an exit stays within the position", () => {
  holdsTo(wouldNotReduce, {
    limits: {},
    passes: {
      "an exit within the position": { order: exit, cannotFlip: true },
      "every entry": { order: anOrder({ purpose: "ENTRY" }), cannotFlip: false },
    },
    denies: {
      "an exit that could turn the position": [
        { order: exit, cannotFlip: false },
        { purpose: "EXIT", side: "SELL" },
      ],
      "an entry that says it only reduces": [
        { order: anOrder({ purpose: "ENTRY", side: "SELL", reduceOnly: true }), cannotFlip: false },
        { purpose: "ENTRY", side: "SELL" },
      ],
      "one beside an order by hand": [
        { order: exit, cannotFlip: false, externalQty: shares(5) },
        { purpose: "EXIT", side: "SELL", external: "5" },
      ],
    },
    exit: "is asked",
  });
});
