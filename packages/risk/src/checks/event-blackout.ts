import { defineCheck, deny, pass } from "../define-check.ts";
import { WAIVED } from "../limits/limit.ts";
import { blackoutsLimit } from "../limits/time-limits.ts";

/** Denies entries around news and earnings that a person has listed. */
export const eventBlackout = defineCheck({
  code: "EVENT_BLACKOUT",
  doc: "No listed event is near.",
  remedy: "Wait until the event is over.",
  exemptsReducing: true,
  limits: {
    eventBlackouts: blackoutsLimit("Times around events, for some symbols or all of them, with the reason."),
  },
  check: ({ order, nowUs }, { eventBlackouts }) => {
    if (eventBlackouts === WAIVED) return pass;
    const event = eventBlackouts.find(
      ({ symbols, from, to }) => (symbols?.includes(order.symbol) ?? true) && from <= nowUs && nowUs < to,
    );
    return event === undefined ? pass : deny({ event: event.why });
  },
});
