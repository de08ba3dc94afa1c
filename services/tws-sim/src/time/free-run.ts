import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Bus, subscribeCore } from "@bowline/bus";
import { lockstepTimeCodec } from "@bowline/contracts";
import { type Us, us } from "@bowline/kernel";
import type { Exchange } from "../exchange/exchange.ts";
import { writeAtomically } from "../exchange/exchange-log.ts";
import type { Pace } from "./pace.ts";
import type { SimWorld } from "./world.ts";

/** Where simulated time was tied to the wall: at `wallMs` it was `simUs`. */
type Anchor = { readonly sessionIndex: number; readonly wallMs: number; readonly simUs: number };

export type FreeRun = {
  nowUs(): Us;
  /** Simulated minus wall time, in microseconds: fixed at speed 1, but for nights that are skipped. */
  offsetUs(): number;
  /** Resolves when the last session has ended. */
  readonly finished: Promise<void>;
  stop(): void;
};

export type FreeRunOptions = {
  readonly world: SimWorld;
  readonly timeline: Exchange["timeline"];
  /** How many times as fast as real time. */
  readonly speed: number;
  /** Where the anchor is kept, so that a restart finds the same time; not kept where it is absent. */
  readonly directory?: string | undefined;
  /** Real time between the start and the first open. */
  readonly leadMs: number;
  /** After a session's end jump to shortly before the next open, instead of waiting for it. */
  readonly skipsNights: boolean;
  /** Is told how late each part was. */
  readonly pace: Pace;
};

const wallMs = (): number => performance.timeOrigin + performance.now();

/**
 * Plays in real time: a part of a step at the moment at which it ends. A restart catches up on what it missed: the market did not wait.
 */
export function startFreeRun(options: FreeRunOptions): FreeRun {
  const { world, timeline, speed, directory, leadMs, skipsNights, pace } = options;
  const file = directory === undefined ? undefined : join(directory, "time.json");
  let anchor = readAnchor(file);
  let timer: NodeJS.Timeout | undefined;
  let late: NodeJS.Immediate | undefined;
  let isStopped = false;
  let lastUs = 0;
  const finished = Promise.withResolvers<void>();

  const simUs = (): number =>
    anchor === undefined ? timeline.stepUs() : anchor.simUs + (wallMs() - anchor.wallMs) * 1000 * speed;
  const nowUs = (): Us => {
    lastUs = Math.max(lastUs, Math.floor(simUs()));
    return us(lastUs);
  };
  const tie = (sessionIndex: number, openUs: Us): void => {
    if (anchor !== undefined && (anchor.sessionIndex === sessionIndex || !skipsNights)) return;
    anchor = { sessionIndex, wallMs: wallMs(), simUs: openUs - leadMs * 1000 * speed };
    if (file !== undefined) writeAtomically(file, JSON.stringify(anchor));
  };
  const schedule = (): void => {
    const plan = timeline.session();
    if (plan === undefined) return finished.resolve();
    tie(timeline.sessionIndex(), plan.openUs);
    const waitMs = ((world.nextPartUs() ?? simUs()) - simUs()) / 1000 / speed;
    const go = (): void => void play().catch(finished.reject);
    // What is late is played at once, but sockets are read in between. A timer would cost a millisecond each.
    if (waitMs > 0) timer = setTimeout(go, waitMs);
    else late = setImmediate(go);
  };
  const play = async (): Promise<void> => {
    const cpuBefore = process.threadCpuUsage();
    const { isLastOfSession, simUs: dueUs, done } = await world.beginPart();
    // What a turn sends leaves at its end, which was before this went on.
    if (!done) pace.noteLag((simUs() - dueUs) / 1000 / speed);
    world.lookAhead();
    const { user, system } = process.threadCpuUsage(cpuBefore);
    pace.noteCpu((user + system) / 1000);
    if (isLastOfSession) await world.endOfSession();
    if (!isStopped) schedule();
  };
  schedule();
  return {
    nowUs,
    offsetUs: () => Math.round(simUs() - wallMs() * 1000),
    finished: finished.promise,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      clearImmediate(late);
    },
  };
}

/** Answers who asks how time passes. */
export function announceFreeRun(bus: Bus, run: FreeRun): void {
  subscribeCore(bus, "lockstep.hello", (_bytes, _subject, respond) =>
    respond(lockstepTimeCodec.encode({ mode: "FREE", simUs: run.nowUs(), offsetUs: run.offsetUs() })),
  );
}

function readAnchor(file: string | undefined): Anchor | undefined {
  if (file === undefined || !existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, "utf8")) as Anchor;
}
