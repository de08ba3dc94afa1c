import type { Progress } from "./progress.ts";
import type { RunningSystem } from "./runner/system.ts";

/** How far the simulator of a system is; `undefined` while it does not answer: it may be starting again. */
export async function askProgress(system: RunningSystem): Promise<Progress | undefined> {
  const port = system.httpPort("tws-sim");
  if (port === undefined) return undefined;
  try {
    const response = await fetch(`http://127.0.0.1:${port}/progress`, { signal: AbortSignal.timeout(2000) });
    return response.ok ? ((await response.json()) as Progress) : undefined;
  } catch {
    return undefined;
  }
}
