import { shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { symbolRestricted } from "./symbol-restricted.ts";

holdsTo(symbolRestricted, {
  limits: { restrictedSymbols: ["GME"], noShortSymbols: ["AAPL"] },
  passes: {
    "what is on no list": {},
    "a sale of what is held": { order: anOrder({ side: "SELL" }) },
  },
  denies: {
    "a restricted symbol": [{ order: anOrder({ symbol: "GME" }) }, { symbol: "GME", list: "restrictedSymbols" }],
    "a short sale of a hard one": [{ shortQty: shares(1) }, { symbol: "AAPL", list: "noShortSymbols" }],
  },
  exit: "passes",
  waived: { restrictedSymbols: "waived", noShortSymbols: "waived" },
});
