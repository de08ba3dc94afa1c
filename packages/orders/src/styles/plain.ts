import { type Child, done, type Style, type StyleStep, WAITING } from "./style.ts";

const ENDS: Readonly<Record<NonNullable<Child["end"]>, "CANCELED" | "DENIED" | "STOPPED" | "DONE">> = {
  FILLED: "DONE",
  CANCELED: "CANCELED",
  DENIED: "DENIED",
  LAPSED: "STOPPED",
  REJECTED: "DENIED",
  EXPIRED: "STOPPED",
  LOST: "STOPPED",
};

/** How a parent ends whose only order ended. */
export const endWith = ({ end = "CANCELED", key }: Child): StyleStep =>
  done(ENDS[end], end === "FILLED" ? "filled" : `${key}: ${end.toLowerCase()}`);

/** The order as it is, once. */
export const plain: Style = {
  name: "PLAIN",
  doc: "One order, as it is.",
  fault: () => undefined,
  next({ order, children }) {
    const [child] = children;
    if (child === undefined) return { commands: [{ type: "PLACE", key: "order", terms: order }] };
    return child.status === "ENDED" ? endWith(child) : WAITING;
  },
};
