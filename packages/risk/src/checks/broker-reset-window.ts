import { defineCheck, deny, pass } from "../define-check.ts";
import { WAIVED } from "../limits/limit.ts";
import { dayWindowsLimit, isWithin } from "../limits/time-limits.ts";

/** Denies around the broker's nightly reset, when a session may end at any moment. */
export const brokerResetWindow = defineCheck({
  code: "BROKER_RESET_WINDOW",
  doc: "It is not the time of the broker's nightly reset.",
  remedy: "Wait until the window is over.",
  exemptsReducing: false,
  limits: {
    brokerResetWindow: dayWindowsLimit(
      "Parts of the day, exchange time, in which the broker resets. IB: 23:45 to 00:45 in North America, by region.",
      '["23:40-00:50"]',
    ),
  },
  check: ({ nowUs }, { brokerResetWindow }) => {
    const isReset = brokerResetWindow !== WAIVED && brokerResetWindow.some((window) => isWithin(window, nowUs));
    return isReset ? deny({ window: "reset" }) : pass;
  },
});
