import {
  type LockstepCommand,
  lockstepCommandCodec,
  lockstepHelloCodec,
  lockstepReportCodec,
  lockstepTimeCodec,
} from "@bowline/contracts";
import { type Bus, publishCore, subscribeCore } from "@bowline/bus";
import type { Us } from "@bowline/kernel";

/** Where the run stands, as every command says it. */
export type Stand = { step: number; simUs: Us; lastSeq: number; ticksFrom: number; ticksSeq: number };

export type Order = {
  readonly kind: LockstepCommand["kind"];
  readonly participant: string;
  /** Whose reports are waited for. */
  readonly names: readonly string[];
  /** Whether an edge that asks for its start interrupts the waiting. */
  mayStart(name: string): boolean;
};

export type CommandDesk = {
  readonly stand: Stand;
  /** Edges that ask to be started. */
  readonly starting: Set<string>;
  /** Issues a command under a new serial and waits for all names; false where an edge must be started first. */
  issue(order: Order): Promise<boolean>;
  /** Outputs that a participant reported for the last command. */
  pendingOf(name: string): number;
  stop(): void;
};

const RESEND_MS = 150;
const WAITING_MS = 1000;

/** Sends the conductor's commands, again and again until they are reported, and hears who asks to be started. */
export function makeCommandDesk(bus: Bus, startUs: Us, onWaiting: (names: readonly string[]) => void): CommandDesk {
  const stand: Stand = { step: -1, simUs: startUs, lastSeq: 0, ticksFrom: 0, ticksSeq: 0 };
  const starting = new Set<string>();
  // A restarted conductor goes on above every serial of its earlier life.
  let serial = Math.floor(performance.timeOrigin) * 16;
  let reports = new Map<string, number>();
  let changed = (): void => undefined;

  const stopHello = subscribeCore(bus, "lockstep.hello", (bytes, _subject, respond) => {
    const hello = lockstepHelloCodec.decode(bytes);
    if (!hello.ok) return;
    respond(lockstepTimeCodec.encode({ mode: "LOCKSTEP", simUs: stand.simUs, offsetUs: 0 }));
    if (hello.value.participant === "") return;
    starting.add(hello.value.participant);
    changed();
  });
  const stopReports = subscribeCore(bus, "lockstep.report", (bytes) => {
    const report = lockstepReportCodec.decode(bytes);
    if (!report.ok) return;
    stand.lastSeq = Math.max(stand.lastSeq, report.value.lastSeq);
    stand.ticksSeq = Math.max(stand.ticksSeq, report.value.ticksSeq);
    if (report.value.serial !== serial) return;
    for (const { participant, pending } of report.value.items) reports.set(participant, pending);
    changed();
  });
  const waitForChange = (timeoutMs: number): Promise<void> =>
    within(timeoutMs, (resolve) => {
      changed = resolve;
    });
  const missing = ({ names }: Order): readonly string[] => names.filter((name) => !reports.has(name));
  const nextCommand = ({ kind, participant }: Order): Uint8Array => {
    reports = new Map();
    const { step, simUs, lastSeq, ticksFrom, ticksSeq } = stand;
    return lockstepCommandCodec.encode({
      serial: ++serial,
      kind,
      participant,
      step,
      simUs,
      throughSeq: lastSeq,
      ticksFrom,
      ticksThrough: ticksSeq,
    });
  };

  return {
    stand,
    starting,
    pendingOf: (name) => reports.get(name) ?? 0,
    issue: async (order) => {
      const bytes = nextCommand(order);
      const startedMs = performance.now();
      for (;;) {
        publishCore(bus, "lockstep.command", bytes);
        const resendMs = performance.now() + RESEND_MS;
        while (performance.now() < resendMs) {
          if (missing(order).length === 0) return true;
          if ([...starting].some(order.mayStart)) return false;
          await waitForChange(resendMs - performance.now());
        }
        if (performance.now() - startedMs > WAITING_MS) onWaiting(missing(order));
      }
    },
    stop: () => {
      stopHello();
      stopReports();
    },
  };
}

/** Resolves when told to, or after the time. */
const within = (timeoutMs: number, onReady: (resolve: () => void) => void): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, Math.max(1, timeoutMs));
    onReady(() => {
      clearTimeout(timer);
      resolve();
    });
  });
