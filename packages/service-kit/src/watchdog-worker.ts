import { writeSync } from "node:fs";
import { workerData } from "node:worker_threads";
import type { WatchdogData } from "./watchdog.ts";

const STANDARD_ERROR = 2;
const { beats, limitMs, lookEveryMs, service } = workerData as WatchdogData;
const cells = new Int32Array(beats);

let beat = Atomics.load(cells, 0);
let beatMs = performance.now();
let lookedMs = beatMs;

setInterval(() => {
  const nowMs = performance.now();
  // The process as a whole stood still, this thread with it: the main thread has its time again.
  if (nowMs - lookedMs > 10 * lookEveryMs) beatMs = nowMs;
  lookedMs = nowMs;
  const newest = Atomics.load(cells, 0);
  if (newest !== beat) {
    beat = newest;
    beatMs = nowMs;
  } else if (nowMs - beatMs >= limitMs) {
    const line = { level: 60, time: Date.now(), name: service, hungMs: Math.round(nowMs - beatMs) };
    writeSync(
      STANDARD_ERROR,
      `${JSON.stringify({ ...line, msg: "the event loop hangs: the watchdog ends the process" })}\n`,
    );
    process.kill(process.pid, "SIGKILL");
  }
}, lookEveryMs);
