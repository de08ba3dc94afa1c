import { sessionMinute } from "../exchange-time.ts";
import { defineFact } from "./define-fact.ts";

const unknown = "there is no session today, or no clock came yet";

/** The trading session, in exchange time. */
export const SESSION_FACTS = [
  defineFact({
    name: "session.regular",
    type: "bool",
    doc: "Whether regular trading is going on.",
    unknown,
    read: (facts) => facts.session?.regular,
  }),
  defineFact({
    name: "session.minutes_since_open",
    type: "minutes",
    doc: "Whole minutes since the open; negative before it.",
    unknown,
    read: (facts) => sessionMinute(facts)?.sinceOpen,
  }),
  defineFact({
    name: "session.minutes_to_close",
    type: "minutes",
    doc: "Whole minutes left to the close; negative after it.",
    unknown,
    read: (facts) => sessionMinute(facts)?.toClose,
  }),
  defineFact({
    name: "session.early_close",
    type: "bool",
    doc: "Whether the session is shorter than 390 minutes.",
    unknown,
    read: (facts) => sessionMinute(facts)?.early,
  }),
];
