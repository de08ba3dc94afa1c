import type { FaultOf } from "@bowline/rehearsal/fault";
import { messageNameOf, type WireFields } from "@bowline/tws-wire";
import { type ActiveFault, activeWhere } from "./active-fault.ts";
import { makeOutage, type Outage } from "./outage.ts";

/** Writes one message to one client's socket. */
export type Write = (fields: WireFields) => void;

/** The way of every message from an answer to its socket, where faults lie in wait. */
export type Delivery = {
  /** Sends a message, or what the faults make of it. */
  pass(fields: WireFields, write: Write): void;
  /** No fault is in force: messages may go straight to their socket. */
  isClear(): boolean;
  /** The next messages of a name are dropped, repeated or held back. */
  disturb(fault: FaultOf<"messages">): void;
  /** Everything leaves so much later; 0 ends it. */
  slowDown(delayMs: number): void;
  /** What of the market and of orders does not get through to TWS. */
  readonly outage: Outage;
  /** Tells what waited for the server. */
  reconnectServer(): void;
  /** Ends everything; what was held back is told. */
  clear(): void;
  /** What is in force now. */
  active(): readonly ActiveFault[];
};

type Rule = { readonly fault: FaultOf<"messages">; left: number };
type Held = { readonly fields: WireFields; readonly write: Write; readonly after: string };

/** What is held until the server is back. */
const SERVER = "the server";

export function makeDelivery(): Delivery {
  const outage = makeOutage();
  let rules: Rule[] = [];
  let held: Held[] = [];
  let delayMs = 0;

  const emit: Delivery["pass"] = (fields, write) => {
    if (delayMs > 0) setTimeout(() => write(fields), delayMs);
    else write(fields);
  };
  const hold = (after: string, fields: WireFields, write: Write): void => void held.push({ fields, write, after });
  const release = (isDue: (one: Held) => boolean): void => {
    const due = held.filter(isDue);
    held = held.filter((one) => !isDue(one));
    for (const one of due) emit(one.fields, one.write);
  };
  const disturbed = ({ fault }: Rule, fields: WireFields, write: Write): void => {
    if (fault.how === "delay") return void setTimeout(() => write(fields), fault.delayMs);
    if (fault.how === "after") return hold(fault.after ?? fault.name, fields, write);
    const copies = fault.how === "drop" ? 0 : 1 + fault.copies;
    for (let copy = 0; copy < copies; copy++) emit(fields, write);
  };
  return {
    pass: (fields, write) => {
      const name = messageNameOf("out", fields[0]);
      const fate = outage.fateOf(name);
      if (fate === "lost") return;
      if (fate === "held") return hold(SERVER, fields, write);
      const rule = rules.find((one) => one.fault.name === name && one.left > 0);
      if (rule === undefined) emit(fields, write);
      else {
        rule.left -= 1;
        disturbed(rule, fields, write);
      }
      if (held.length > 0 && rule?.fault.how !== "after") release((one) => one.after === name && one.write === write);
    },
    isClear: () => delayMs === 0 && held.length === 0 && rules.every(({ left }) => left === 0) && outage.isClear(),
    disturb: (fault) => {
      rules = [...rules.filter(({ left }) => left > 0), { fault, left: fault.times }];
    },
    slowDown: (ms) => void (delayMs = ms),
    outage,
    reconnectServer: () => {
      outage.reconnectServer();
      release(({ after }) => after === SERVER);
    },
    clear: () => {
      rules = [];
      delayMs = 0;
      outage.clear();
      release(() => true);
    },
    active: () => [
      ...activeWhere(delayMs > 0, "slow", `${delayMs} ms`),
      ...outage.active(),
      ...rules.flatMap(({ fault: { how, name }, left }) =>
        activeWhere(left > 0, "messages", `${how} ${name}, ${left} more`),
      ),
      ...activeWhere(held.length > 0, "messages", `${held.length} held back`),
    ],
  };
}
