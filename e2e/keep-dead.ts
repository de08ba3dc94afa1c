import type { LiveSystem } from "./live-system.ts";

/** Kills a service with SIGKILL now and whenever it is started again, until it may live. Its supervisor gives up after a dozen deaths: some ten seconds. */
export function keepDead({ demo }: LiveSystem, service: string): { letLive(): void } {
  const kill = (): void => {
    const pid = demo.pidOf(service);
    if (pid === undefined) return;
    try {
      process.kill(pid, "SIGKILL");
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== "ESRCH") throw failure;
    }
  };
  kill();
  const timer = setInterval(kill, 50);
  return { letLive: () => clearInterval(timer) };
}
