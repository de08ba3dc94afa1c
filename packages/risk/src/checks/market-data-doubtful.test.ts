import { aQuote } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { marketDataDoubtful } from "./market-data-doubtful.ts";

const DOUBTS = ["ZERO BID", "LOCKED", "CROSSED", "SPIKING ASK", "FROZEN", "CROSSED, SPIKING BID", ""];

holdsTo(marketDataDoubtful, {
  limits: {},
  passes: { "a quote that nothing is wrong with": { quote: aQuote() } },
  denies: Object.fromEntries(
    DOUBTS.map((doubts) => [`the doubt ${JSON.stringify(doubts)}`, [{ quote: aQuote({ doubts }) }, { doubts }]]),
  ),
  needs: { quote: { quote: undefined } },
  exit: "passes",
});
