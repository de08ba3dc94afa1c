import { US_PER_MINUTE } from "@bowline/kernel";
import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";
import { countLimit, isUnder, WAIVED } from "../limits/limit.ts";

/** Denies entries in the first and last minutes of a session, when prices jump and quotes are thin. */
export const openCloseBlackout = defineCheck({
  code: "OPEN_CLOSE_BLACKOUT",
  doc: "No entries right after the open and right before the close.",
  remedy: "Wait, or let the rule ask for minutesSinceOpen and minutesToClose.",
  exemptsReducing: true,
  limits: {
    openBlackoutMinutes: countLimit("Minutes after the open without entries.", { careful: 5, normal: 1 }, "least"),
    closeBlackoutMinutes: countLimit("Minutes before the close without entries.", { careful: 10, normal: 5 }, "least"),
  },
  check: ({ clock, nowUs }, { openBlackoutMinutes, closeBlackoutMinutes }) => {
    if (clock?.openUs === undefined || clock.closeUs === undefined) return denyMissing("session");
    const minutes = (microseconds: number): number => microseconds / US_PER_MINUTE;
    if (isUnder(minutes(nowUs - clock.openUs), openBlackoutMinutes))
      return deny({ openBlackoutMinutes: String(openBlackoutMinutes) });
    return closeBlackoutMinutes !== WAIVED && minutes(clock.closeUs - nowUs) <= closeBlackoutMinutes
      ? deny({ closeBlackoutMinutes: String(closeBlackoutMinutes) })
      : pass;
  },
});
