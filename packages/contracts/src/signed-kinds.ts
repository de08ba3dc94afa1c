import type { EventKind } from "./events/index.ts";

/** Who may hold a key that others trust. Several operators have one each. */
export const SIGNERS = ["risk-gate", "execution", "monitor", "operator"] as const;
export type Signer = (typeof SIGNERS)[number];

/** What is signed, and by whom. Everything else rests on the permissions of NATS alone. */
const SIGNED_BY: { readonly [K in EventKind]?: readonly Signer[] } = {
  "order.approved": ["risk-gate"],
  "order.replace-approved": ["risk-gate"],
  "risk.trading-state": ["risk-gate"],
  "risk.limits": ["risk-gate"],
  "control.kill": ["operator", "monitor", "execution"],
  "control.resume": ["operator", "monitor"],
  // The first version of a journal is what the gate started with.
  "control.limits": ["operator", "risk-gate"],
};

/** Who may sign entries of a kind; `undefined` where nobody does. */
export const signersOf = (kind: EventKind): readonly Signer[] | undefined => SIGNED_BY[kind];
