import { anOrder, at } from "@bowline/testkit";
import { expect, it } from "vitest";
import { holdsTo } from "../test-laws.ts";
import { aView, later } from "../test-view.ts";
import { eventBlackout } from "./event-blackout.ts";

holdsTo(eventBlackout, {
  limits: { eventBlackouts: [{ symbols: ["AAPL"], from: at(600), to: at(700), why: "earnings" }] },
  passes: {
    "the moment before": { nowUs: later(-1) },
    "its end": { nowUs: at(700) },
    "another symbol": { order: anOrder({ symbol: "MSFT" }) },
  },
  denies: { "its first moment": [{ nowUs: at(600) }, { event: "earnings" }] },
  exit: "passes",
  waived: { eventBlackouts: "waived" },
});

it("without symbols is one for all of them", () => {
  const limits = { eventBlackouts: [{ from: at(600), to: at(700), why: "rates" }] };
  expect(eventBlackout.check(aView(), limits)).toEqual({ event: "rates" });
});
