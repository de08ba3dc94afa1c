import type { ChaosFault } from "@bowline/chaos";
import type { Fault } from "@bowline/rehearsal";
import type { RunningSystem } from "../runner/system.ts";

type FaultOfKind<Kind extends ChaosFault["kind"]> = Extract<ChaosFault, { readonly kind: Kind }>;

/** Lets a fault loose on a running system; resolves when what it began has ended. */
export function letLoose(system: RunningSystem, fault: ChaosFault): Promise<void> {
  switch (fault.kind) {
    case "kill":
      return kill(system, fault.service);
    case "pause":
      return pause(system, fault.service, fault.ms);
    case "cut":
      return cut(system, fault);
    case "duplicate":
      return disturb(system, { name: fault.message, how: "duplicate", copies: fault.copies, times: fault.times });
    case "reorder":
      return disturb(system, { name: fault.message, how: "after", after: fault.after, copies: 1, times: fault.times });
    case "late":
      return late(system, fault);
  }
}

async function cut(system: RunningSystem, { what, ms }: FaultOfKind<"cut">): Promise<void> {
  switch (what) {
    case "tws-socket":
      return inject(system, { fault: "cut" });
    case "tws-restart":
      return inject(system, { fault: "restart", downMs: ms, orderIds: "kept" });
    case "tws-silent":
      await inject(system, { fault: "silence", direction: "both" });
      await passed(ms);
      return inject(system, { fault: "unsilence" });
    case "nats-killed":
      return kill(system, "nats");
    case "nats-paused":
      return pause(system, "nats", ms);
  }
}

async function late(system: RunningSystem, { message, ms, times, afterCut }: FaultOfKind<"late">): Promise<void> {
  await disturb(system, { name: message, how: "delay", delayMs: ms, copies: 1, times });
  if (afterCut) await inject(system, { fault: "cut" });
}

type Messages = Extract<Fault, { readonly fault: "messages" }>;

const disturb = (system: RunningSystem, wish: Omit<Messages, "fault" | "delayMs"> & { readonly delayMs?: number }) =>
  inject(system, { fault: "messages", delayMs: 0, ...wish });

/** Asks the simulator's control port. */
async function inject(system: RunningSystem, fault: Fault): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${system.httpPort("tws-sim") ?? 0}/sim/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(fault),
  });
  if (!response.ok) throw new Error(`${fault.fault}: ${await response.text()}`);
}

const pidOf = (system: RunningSystem, name: string): number | undefined =>
  system.processes.find((process) => process.name === name)?.pid();

async function kill(system: RunningSystem, name: string): Promise<void> {
  signal(pidOf(system, name), "SIGKILL");
}

/** The very process that was stopped goes on: another may have taken its place. */
async function pause(system: RunningSystem, name: string, ms: number): Promise<void> {
  const pid = pidOf(system, name);
  signal(pid, "SIGSTOP");
  await passed(ms);
  signal(pid, "SIGCONT");
}

/** A process that is just being started again has no pid, or is gone: then it is dead already. */
function signal(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, name);
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== "ESRCH") throw failure;
  }
}

const passed = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
