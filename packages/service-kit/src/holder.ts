import { randomBytes } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { shortId } from "@bowline/kernel";

/** Where process ids mean the same: one boot of one machine, one pid namespace. `undefined` where the system does not tell. */
function neighbourhood(): string | undefined {
  try {
    return shortId(`${readFileSync("/proc/sys/kernel/random/boot_id", "utf8")}${readlinkSync("/proc/self/ns/pid")}`);
  } catch {
    return undefined;
  }
}

/** Names this process as the holder of leases: service, neighbourhood, process id, and something that no other process has. */
export const makeHolder = (service: string): string =>
  `${service}/${neighbourhood() ?? "unknown"}/${process.pid}/${randomBytes(3).toString("hex")}`;

/**
 * Whether a holder is a process of this neighbourhood that is gone: its lease need not run out first, it cannot write any
 * more. Of anybody else only time can tell.
 */
export function isDeadNeighbour(holder: string): boolean {
  const [, where, pid] = holder.split("/");
  if (where === undefined || where !== neighbourhood() || pid === undefined) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === "ESRCH";
  }
}
