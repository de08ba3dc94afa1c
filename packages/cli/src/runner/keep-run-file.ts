import { type RunFile, readRunFile, writeRunFile } from "../run-file.ts";
import type { RunningSystem } from "./system.ts";

/**
 * Keeps `.bowline/run.json` true while the system runs: where NATS is, and which process is which. Where another system of this
 * folder runs, the file stays that one's: a demo beside it must not hide it from `down` and `kill`.
 */
export function keepRunFile(system: RunningSystem, kind: RunFile["kind"]): { ready(): void } {
  if ((readRunFile()?.pid ?? process.pid) !== process.pid) return { ready: () => undefined };
  const startedAt = Temporal.Now.instant().toString({ smallestUnit: "second" });
  let ready = false;
  const write = (): void =>
    writeRunFile({
      kind,
      natsUrl: system.natsUrl,
      pid: process.pid,
      runDir: system.runDir,
      startedAt,
      ready,
      processes: system.processes.map(({ name, pid }) => {
        const httpPort = system.httpPort(name);
        return { name, pid: pid() ?? 0, ...(httpPort === undefined ? {} : { httpPort }) };
      }),
    });
  system.onChange(write);
  write();
  return {
    ready: () => {
      ready = true;
      write();
    },
  };
}
