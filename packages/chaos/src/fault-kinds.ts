import type { FaultOf } from "@bowline/rehearsal";

/** Everything that chaos does, by kind. Where the market only stops meanwhile, the decisions must stay the calm run's. */
export const KINDS = {
  kill: { stopsOnly: true, doc: "SIGKILL of a service, which is started again." },
  pause: { stopsOnly: true, doc: "SIGSTOP of a service, and SIGCONT a moment later." },
  duplicate: { stopsOnly: true, doc: "TWS tells the next messages of a name several times." },
  reorder: { stopsOnly: true, doc: "TWS tells the next messages of a name after later ones." },
  cut: { stopsOnly: false, doc: "The socket to TWS, TWS itself or NATS goes away and comes back." },
  late: {
    stopsOnly: false,
    doc: "The next messages of a name come late; on some runs after a cut, so that answers do.",
  },
} as const satisfies Readonly<Record<string, { readonly stopsOnly: boolean; readonly doc: string }>>;
export type Kind = keyof typeof KINDS;

/** What may be killed and paused, with execution twice: it is drawn twice as often. */
export const SERVICES = [
  "execution",
  "execution",
  "market-data",
  "monitor",
  "portfolio",
  "prediction-ingest",
  "risk-gate",
  "strategy",
] as const;
export type Service = (typeof SERVICES)[number];

type MessageName = FaultOf<"messages">["name"];

/** What goes away and comes back. */
export const CUTS = ["tws-socket", "tws-silent", "tws-restart", "nats-killed", "nats-paused"] as const;

/** One fault, with everything that was drawn for it. Milliseconds are of the wall. */
export type ChaosFault =
  | { readonly kind: "kill"; readonly service: Service }
  | { readonly kind: "pause"; readonly service: Service; readonly ms: number }
  | { readonly kind: "duplicate"; readonly message: MessageName; readonly copies: number; readonly times: number }
  | { readonly kind: "reorder"; readonly message: MessageName; readonly after: MessageName; readonly times: number }
  | { readonly kind: "cut"; readonly what: (typeof CUTS)[number]; readonly ms: number }
  | {
      readonly kind: "late";
      readonly message: MessageName;
      readonly ms: number;
      readonly times: number;
      /** The socket is cut at once: the answers to what is asked after it come late. */
      readonly afterCut: boolean;
    };

/** What tells of orders. */
export const ORDER_MESSAGES = ["openOrder", "orderStatus", "execDetails", "commissionReport"] as const;
/** What ends the answers that a reconciliation waits for. */
export const END_MESSAGES = [
  "openOrderEnd",
  "completedOrdersEnd",
  "execDetailsEnd",
  "positionEnd",
  "accountDownloadEnd",
  "nextValidId",
] as const;

/**
 * Pairs of which the second always follows the first before TWS answers anything else: a message that waited for one that never
 * comes would not be out of order but lost.
 */
export const REORDERED = [
  ["execDetails", "commissionReport"],
  ["execDetails", "orderStatus"],
  ["execDetails", "openOrder"],
  ["openOrder", "orderStatus"],
] as const;

/** A fault in words. */
export function describeFault(fault: ChaosFault): string {
  if (fault.kind === "kill") return `kill ${fault.service}`;
  if (fault.kind === "pause") return `pause ${fault.service} for ${fault.ms} ms`;
  if (fault.kind === "duplicate") return `${fault.message} ${1 + fault.copies} times, the next ${fault.times}`;
  if (fault.kind === "reorder") return `${fault.message} after ${fault.after}, the next ${fault.times}`;
  if (fault.kind === "cut") return `${fault.what}, ${fault.ms} ms`;
  const cut = fault.afterCut ? "a cut, and then " : "";
  return `${cut}${fault.message} ${fault.ms} ms late, the next ${fault.times}`;
}
