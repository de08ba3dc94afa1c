import { DATA_TYPES } from "@bowline/contracts";
import { aQuote } from "@bowline/testkit";
import { expect, it } from "vitest";
import { aView } from "../test-view.ts";
import { marketDataNotLive } from "./market-data-not-live.ts";

const judge = (quote: ReturnType<typeof aQuote> | undefined) => marketDataNotLive.check(aView({ quote }), {});

it("passes live data, and what IB never told to be another", () => {
  expect(judge(aQuote({ dataType: "LIVE" }))).toBeUndefined();
  expect(judge(aQuote())).toBeUndefined();
});
it.each(DATA_TYPES.slice(1))("denies %s data", (dataType) => expect(judge(aQuote({ dataType }))).toEqual({ dataType }));
it("denies without a quote", () => expect(judge(undefined)).toEqual({ missing: "quote" }));
