import { US_PER_MINUTE, us } from "@bowline/kernel";
import { aClock, at, T0_CLOSE } from "@bowline/testkit";
import { expect, it } from "vitest";
import { holdsTo } from "../test-laws.ts";
import { aView } from "../test-view.ts";
import { openCloseBlackout } from "./open-close-blackout.ts";

const limits = { openBlackoutMinutes: 5, closeBlackoutMinutes: 10 };
const beforeClose = (minutes: number, microseconds = 0) => us(T0_CLOSE - minutes * US_PER_MINUTE + microseconds);

holdsTo(openCloseBlackout, {
  limits,
  passes: {
    "the end of the first": { nowUs: at(300) },
    "the microsecond before the last": { nowUs: beforeClose(10, -1) },
  },
  denies: {
    "the first minutes": [{ nowUs: us(at(300) - 1) }, { openBlackoutMinutes: "5" }],
    "the last minutes": [{ nowUs: beforeClose(10) }, { closeBlackoutMinutes: "10" }],
  },
  needs: { session: { clock: undefined } },
  exit: "passes",
});

it("denies where the open or the close is missing, waived or not", () => {
  const halves = [aClock({ openUs: undefined }), aClock({ closeUs: undefined })];
  for (const clock of halves)
    for (const values of [limits, { openBlackoutMinutes: "waived", closeBlackoutMinutes: "waived" } as const])
      expect(openCloseBlackout.check(aView({ clock }), values)).toEqual({ missing: "session" });
});
it("asks for no minutes that are waived", () => {
  const values = { openBlackoutMinutes: "waived", closeBlackoutMinutes: "waived" } as const;
  expect(openCloseBlackout.check(aView({ nowUs: at(0) }), values)).toBeUndefined();
  expect(openCloseBlackout.check(aView({ nowUs: beforeClose(1) }), values)).toBeUndefined();
});
