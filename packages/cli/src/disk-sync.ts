import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

export type DiskSync = { readonly p50Us: number; readonly p99Us: number };

const WRITES = 200;
const BYTES = 512;

/** How long appending half a kilobyte and fdatasync takes in a folder, as execution's log does it before each order. */
export function measureDiskSync(folder: string): DiskSync {
  const place = mkdtempSync(join(folder, ".bowline-sync-"));
  const handle = openSync(join(place, "log"), "a");
  try {
    const bytes = Buffer.alloc(BYTES, 1);
    const times: number[] = [];
    for (let count = 0; count < WRITES; count++) {
      const startedMs = performance.now();
      writeSync(handle, bytes);
      fdatasyncSync(handle);
      times.push((performance.now() - startedMs) * 1000);
    }
    times.sort((a, b) => a - b);
    return { p50Us: Math.round(times[WRITES / 2] ?? 0), p99Us: Math.round(times[Math.floor(WRITES * 0.99)] ?? 0) };
  } finally {
    closeSync(handle);
    rmSync(place, { recursive: true, force: true });
  }
}
