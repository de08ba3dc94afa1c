import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";

/** Denies outside regular hours; an early close and a holiday are the calendar's, and so the clock's. */
export const marketClosed = defineCheck({
  code: "MARKET_CLOSED",
  doc: "The exchange is in regular hours.",
  remedy: "Wait for the open; `./bowline calendar` shows it.",
  exemptsReducing: false,
  limits: {},
  check: ({ clock, nowUs }) => {
    if (clock?.openUs === undefined || clock.closeUs === undefined) return denyMissing("session");
    const open = clock.phase === "REGULAR" && clock.openUs <= nowUs && nowUs < clock.closeUs;
    return open ? pass : deny({ phase: clock.phase });
  },
});
