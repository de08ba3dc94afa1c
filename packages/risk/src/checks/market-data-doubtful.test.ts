import { aQuote } from "@bowline/testkit";
import { expect, it } from "vitest";
import { aView } from "../test-view.ts";
import { marketDataDoubtful } from "./market-data-doubtful.ts";

const judge = (quote: ReturnType<typeof aQuote> | undefined) => marketDataDoubtful.check(aView({ quote }), {});

it("passes a quote that nothing is wrong with", () => expect(judge(aQuote())).toBeUndefined());
it.each(["ZERO BID", "LOCKED", "CROSSED", "SPIKING ASK", "FROZEN", "CROSSED, SPIKING BID", ""])(
  "denies one that is %j, and names the doubt",
  (doubts) => expect(judge(aQuote({ doubts }))).toEqual({ doubts }),
);
it("denies without a quote", () => expect(judge(undefined)).toEqual({ missing: "quote" }));
it("lets exits through", () => expect(marketDataDoubtful.exemptsReducing).toBe(true));
