import type { IbSessionOptions } from "@bowline/broker-ib";

/** How long execution waits for what, and how often it looks. */
export type Timing = Pick<
  IbSessionOptions,
  "connectTimeoutMs" | "requestTimeoutMs" | "probeEveryMs" | "probeDeadlineMs"
> & {
  readonly secondLookAfterMs: number;
  /** How long an order, or its change, may be on its way still; only a look while all goes well needs to know. */
  readonly inFlightMs: number;
  /** How often silent streams are looked for. */
  readonly streamsEveryMs: number;
  /** How often everything is compared with the broker; 0: after a start and a cut alone. */
  readonly reconcileEveryMs: number;
  /** How often a drop copy is asked, and for how long it may be silent before a person is told. */
  readonly dropCopyEveryMs: number;
  readonly dropCopySilentMs: number;
  /** How long a position may differ from our fills before the broker is asked why. */
  readonly differsForMs: number;
  /** Without a beat of the gate for this long nothing is sent. */
  readonly heartbeatWithinMs: number;
  /** Without one for this long working entries are canceled. */
  readonly cancelEntriesAfterMs: number;
  readonly backOffMs: { readonly first: number; readonly most: number };
};

/** Real time: silence is noticed within five seconds. */
export const REAL_TIME: Timing = {
  connectTimeoutMs: 5000,
  requestTimeoutMs: 20_000,
  probeEveryMs: 2000,
  probeDeadlineMs: 2500,
  secondLookAfterMs: 5000,
  inFlightMs: 5000,
  streamsEveryMs: 5000,
  reconcileEveryMs: 30_000,
  dropCopyEveryMs: 10_000,
  dropCopySilentMs: 60_000,
  differsForMs: 1000,
  heartbeatWithinMs: 3000,
  cancelEntriesAfterMs: 30_000,
  backOffMs: { first: 250, most: 5000 },
};

/** Simulated time: a wall-clock condition delays a step, it never makes an entry. */
export const LOCKSTEP: Timing = {
  ...REAL_TIME,
  requestTimeoutMs: 600_000,
  secondLookAfterMs: 1000,
  reconcileEveryMs: 0,
  backOffMs: { first: 100, most: 1000 },
};
