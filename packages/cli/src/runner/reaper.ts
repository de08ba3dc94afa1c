import { spawn } from "node:child_process";

export type Reaper = {
  /** The processes that must not outlive this one. */
  watch(pids: readonly number[]): void;
  /** All of them ended in the usual way. */
  dismiss(): void;
};

/** Reads the processes to end, a line at a time, and ends the last line's when its input closes: when this process dies. */
const SCRIPT = `
pids=
while read -r line; do pids=$line; done
for p in $pids; do kill -TERM -"$p" 2>/dev/null; done
[ -z "$pids" ] || sleep 2
for p in $pids; do kill -KILL -"$p" 2>/dev/null; done
exit 0
`;

/** Even a SIGKILL of this process leaves none of its children running. */
export function startReaper(): Reaper {
  const shell = spawn("/bin/sh", ["-c", SCRIPT], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  shell.stdin.on("error", () => undefined);
  shell.unref();
  return {
    watch: (pids) => void shell.stdin.write(`${pids.join(" ")}\n`),
    dismiss: () => void shell.stdin.end("\n"),
  };
}
