import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { CommandFailure } from "../command.ts";
import { startReaper } from "./reaper.ts";
import { type ProcessSpec, type SupervisedProcess, type Supervision, supervise } from "./supervised-process.ts";

/** The processes of one run: what starts first ends last, and none outlives this one. */
export type Troop = {
  readonly processes: readonly SupervisedProcess[];
  /** Rejects with what a process said when it will not be started again. */
  readonly failed: Promise<never>;
  /** `onGaveUp` takes the place of `failed` for a process that the others do without. */
  add(spec: Omit<ProcessSpec, "logFile">, onGaveUp?: Supervision["onGaveUp"]): void;
  /** Something is known that was not: tells the listeners. */
  changed(): void;
  onChange(listener: () => void): void;
  isStopped(): boolean;
  stop(): Promise<void>;
};

export function makeTroop(runDir: string): Troop {
  mkdirSync(join(runDir, "logs"), { recursive: true });
  const reaper = startReaper();
  const processes: SupervisedProcess[] = [];
  const listeners: (() => void)[] = [];
  const failure = Promise.withResolvers<never>();
  failure.promise.catch(() => undefined);
  let isStopped = false;
  const changed = (): void => {
    if (!isStopped) reaper.watch(processes.flatMap((running) => running.pid() ?? []));
    for (const listener of listeners) listener();
  };
  const supervision = {
    onChange: changed,
    onGaveUp: (name: string, why: string) => failure.reject(new CommandFailure(`${name} does not run: ${why}`, 70)),
  };
  return {
    processes,
    failed: failure.promise,
    add: (spec, onGaveUp = supervision.onGaveUp) => {
      const logFile = join(runDir, "logs", `${spec.name}.log`);
      processes.push(supervise({ ...spec, logFile }, { ...supervision, onGaveUp }));
      changed();
    },
    changed,
    onChange: (listener) => void listeners.push(listener),
    isStopped: () => isStopped,
    stop: async () => {
      isStopped = true;
      const [first, ...others] = processes;
      await Promise.all(others.map((running) => running.stop()));
      await first?.stop();
      reaper.dismiss();
    },
  };
}
