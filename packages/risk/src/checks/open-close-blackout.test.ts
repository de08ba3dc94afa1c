import { US_PER_MINUTE, us } from "@bowline/kernel";
import { aClock, at, T0_CLOSE } from "@bowline/testkit";
import { expect, it } from "vitest";
import { aView, tightens } from "../test-view.ts";
import { openCloseBlackout } from "./open-close-blackout.ts";

const limits = { openBlackoutMinutes: 5, closeBlackoutMinutes: 10 };
const beforeClose = (minutes: number, microseconds = 0) => us(T0_CLOSE - minutes * US_PER_MINUTE + microseconds);

it("passes between the blackouts, to the microsecond", () => {
  expect(openCloseBlackout.check(aView({ nowUs: at(300) }), limits)).toBeUndefined();
  expect(openCloseBlackout.check(aView({ nowUs: beforeClose(10, -1) }), limits)).toBeUndefined();
});
it("denies inside them", () => {
  expect(openCloseBlackout.check(aView({ nowUs: us(at(300) - 1) }), limits)).toEqual({ openBlackoutMinutes: "5" });
  expect(openCloseBlackout.check(aView({ nowUs: beforeClose(10) }), limits)).toEqual({ closeBlackoutMinutes: "10" });
});
it("lets exits through", () => expect(openCloseBlackout.exemptsReducing).toBe(true));
it("denies without a session", () => {
  expect(openCloseBlackout.check(aView({ clock: undefined }), limits)).toEqual({ missing: "session" });
  expect(openCloseBlackout.check(aView({ clock: aClock({ closeUs: undefined }) }), limits)).toEqual({
    missing: "session",
  });
});
it("never approves by a tighter limit", () =>
  expect(
    tightens(
      openCloseBlackout,
      aView(),
      [60, 11, 10, 0].map((openBlackoutMinutes) => ({ openBlackoutMinutes, closeBlackoutMinutes: 0 })),
    ),
  ).toBe(true));
