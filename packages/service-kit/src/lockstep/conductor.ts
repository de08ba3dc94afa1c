import {
  type LockstepCommand,
  type LockstepReport,
  lockstepCommandCodec,
  lockstepHelloCodec,
  lockstepReportCodec,
  lockstepTimeCodec,
} from "@bowline/contracts";
import { type Bus, publishCore, subscribeCore } from "@bowline/bus";
import type { Us } from "@bowline/kernel";

export type ConductorOptions = {
  readonly bus: Bus;
  /** Every machine and edge that a step waits for. */
  readonly names: readonly string[];
  /** Simulated time before the first step. */
  readonly startUs: Us;
  /** An edge was restarted: what only it knew of this step must be told again. */
  onStarted(name: string): Promise<void>;
  /** Whom a command waits for, when it takes longer than a second. */
  onWaiting(names: readonly string[]): void;
};

export type Conductor = {
  /** Rounds until nobody has outputs: also before the first step, when everybody subscribes and warms up. */
  settle(): Promise<void>;
  /** One step: the market speaks, its edges journal it, then rounds until it is quiet. */
  step(step: number, simUs: Us, market: () => Promise<void>): Promise<void>;
  /** Newest sequence of the journal that anybody reported. */
  lastSeq(): number;
  stop(): void;
};

/** The edges that journal a step's market, in this order. */
export const MARKET_EDGES = ["execution", "feed", "clock"] as const;

const RESEND_MS = 150;
const WAITING_MS = 1000;

/** Conducts simulated time: one command at a time, sent again until every participant reported it. A slow or dead process delays a step and changes nothing. */
export function makeConductor(options: ConductorOptions): Conductor {
  const { bus } = options;
  let serial = 0;
  let step = -1;
  let simUs = options.startUs;
  let lastSeq = 0;
  let ticksSeq = 0;
  let ticksFrom = 0;
  const starting = new Set<string>();
  let changed = (): void => undefined;
  let reports = new Map<string, number>();

  const stopHello = subscribeCore(bus, "lockstep.hello", (bytes, _subject, respond) => {
    const hello = lockstepHelloCodec.decode(bytes);
    if (!hello.ok) return;
    respond(lockstepTimeCodec.encode({ mode: "LOCKSTEP", simUs, offsetUs: 0 }));
    if (hello.value.participant === "") return;
    starting.add(hello.value.participant);
    changed();
  });
  const note = (report: LockstepReport): void => {
    lastSeq = Math.max(lastSeq, report.lastSeq);
    ticksSeq = Math.max(ticksSeq, report.ticksSeq);
    if (report.serial !== serial) return;
    for (const { participant, pending } of report.items) reports.set(participant, pending);
    changed();
  };
  const stopReports = subscribeCore(bus, "lockstep.report", (bytes) => {
    const report = lockstepReportCodec.decode(bytes);
    if (report.ok) note(report.value);
  });

  /** Issues a command under a new serial and waits for all of `names`; true, or false where an edge must be started first. */
  const issue = async (
    kind: LockstepCommand["kind"],
    participant: string,
    names: readonly string[],
    mayStart: (name: string) => boolean,
  ): Promise<boolean> => {
    serial += 1;
    reports = new Map();
    const bytes = lockstepCommandCodec.encode({
      serial,
      kind,
      participant,
      step,
      simUs,
      throughSeq: lastSeq,
      ticksFrom,
      ticksThrough: ticksSeq,
    });
    const startedMs = performance.now();
    for (;;) {
      publishCore(bus, "lockstep.command", bytes);
      const resendAt = performance.now() + RESEND_MS;
      while (performance.now() < resendAt) {
        if (names.every((name) => reports.has(name))) return true;
        if ([...starting].some(mayStart)) return false;
        await waitForChange(resendAt - performance.now());
      }
      if (performance.now() - startedMs > WAITING_MS) options.onWaiting(names.filter((name) => !reports.has(name)));
    }
  };
  const waitForChange = (timeoutMs: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(1, timeoutMs));
      changed = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const startEdges = async (): Promise<void> => {
    for (const name of [...starting].sort()) {
      starting.delete(name);
      await issue("START", name, [name], () => false);
      starting.delete(name);
      await options.onStarted(name);
    }
  };
  const command = async (kind: "ROUND" | "TURN", participant: string, names: readonly string[]): Promise<void> => {
    const mayStart = kind === "ROUND" ? () => true : (name: string) => name === participant;
    do await startEdges();
    while (!(await issue(kind, participant, names, mayStart)));
  };
  const turn = (name: string): Promise<void> => command("TURN", name, [name]);

  const settle = async (): Promise<void> => {
    for (;;) {
      const throughSeq = lastSeq;
      await command("ROUND", "", options.names);
      const pending = options.names.filter((name) => (reports.get(name) ?? 0) > 0).sort();
      if (pending.length === 0 && lastSeq === throughSeq) return;
      for (const name of pending) await turn(name);
    }
  };
  return {
    settle,
    step: async (number, stepUs, market) => {
      step = number;
      simUs = stepUs;
      ticksFrom = ticksSeq;
      await market();
      for (const name of MARKET_EDGES) await turn(name);
      await settle();
    },
    lastSeq: () => lastSeq,
    stop: () => {
      stopHello();
      stopReports();
    },
  };
}
