import { US_PER_MINUTE } from "@bowline/kernel";
import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";
import { countLimit } from "../limit.ts";

/** Denies entries in the first and last minutes of a session, when prices jump and quotes are thin. */
export const openCloseBlackout = defineCheck({
  code: "OPEN_CLOSE_BLACKOUT",
  doc: "No entries right after the open and right before the close.",
  exemptsReducing: true,
  limits: {
    openBlackoutMinutes: countLimit("Minutes after the open without entries.", { careful: 5, normal: 1 }),
    closeBlackoutMinutes: countLimit("Minutes before the close without entries.", { careful: 10, normal: 5 }),
  },
  check: ({ clock, nowUs }, { openBlackoutMinutes, closeBlackoutMinutes }) => {
    if (clock?.openUs === undefined || clock.closeUs === undefined) return denyMissing("session");
    if (nowUs < clock.openUs + openBlackoutMinutes * US_PER_MINUTE)
      return deny({ openBlackoutMinutes: String(openBlackoutMinutes) });
    if (nowUs >= clock.closeUs - closeBlackoutMinutes * US_PER_MINUTE)
      return deny({ closeBlackoutMinutes: String(closeBlackoutMinutes) });
    return pass;
  },
});
