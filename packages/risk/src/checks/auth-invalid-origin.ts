import { defineCheck, deny, pass } from "../define-check.ts";

/** Denies an intent that another writer than the strategy or the desk of its group wrote. */
export const authInvalidOrigin = defineCheck({
  code: "AUTH_INVALID_ORIGIN",
  doc: "The intent comes from the strategy or the desk of its group.",
  remedy: "Something else publishes intents: look at who holds the password of that service, and change it.",
  exemptsReducing: false,
  limits: {},
  check: ({ order, machine }) => {
    const [role, group] = machine.split(".");
    const isOwn = (role === "strategy" || role === "desk") && group === order.group;
    return isOwn ? pass : deny({ machine, group: order.group });
  },
});
