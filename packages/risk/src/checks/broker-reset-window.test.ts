import { us } from "@bowline/kernel";
import { at } from "@bowline/testkit";
import { expect, it } from "vitest";
import { holdsTo } from "../test-laws.ts";
import { aView } from "../test-view.ts";
import { brokerResetWindow } from "./broker-reset-window.ts";

holdsTo(brokerResetWindow, {
  limits: { brokerResetWindow: [{ fromMinute: 9 * 60 + 30, toMinute: 9 * 60 + 40 }] },
  passes: { "the minute at which it ends": { nowUs: at(600) }, "the moment before it": { nowUs: us(at(0) - 1) } },
  denies: {
    "the moment at which it begins": [{ nowUs: at(0) }, { window: "reset" }],
    "its last moment": [{ nowUs: us(at(600) - 1) }, { window: "reset" }],
  },
  exit: "is asked",
  waived: { brokerResetWindow: "waived" },
});

it("may run over midnight", () => {
  const limits = { brokerResetWindow: [{ fromMinute: 23 * 60 + 40, toMinute: 10 }] };
  const midnight = at(14.5 * 3600);
  const judged = (minutes: number) =>
    brokerResetWindow.check(aView({ nowUs: us(midnight + minutes * 60_000_000) }), limits) !== undefined;
  expect([-21, -20, 0, 9, 10].map(judged)).toEqual([false, true, true, true, false]);
});
