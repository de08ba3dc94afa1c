import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type RunFile, readRunFile, removeRunFile, writeRunFile } from "../run-file.ts";
import { keepRunFile } from "./keep-run-file.ts";
import type { RunningSystem } from "./system.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bowline-run-file-"));
  vi.stubEnv("BOWLINE_HOME", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A system without a process. */
const system: RunningSystem = {
  ...{ runDir: "/run", natsUrl: "nats://127.0.0.1:1", processes: [] },
  httpPort: () => undefined,
  readiness: () => Promise.reject(new Error("nobody asks")),
  ready: () => Promise.resolve(),
  failed: new Promise<never>(() => undefined),
  onChange: () => undefined,
  isStopped: () => false,
  stop: () => Promise.resolve(),
};

it("says that this system runs, and when it is ready", () => {
  const kept = keepRunFile(system, "demo");
  expect(readRunFile()).toMatchObject({ kind: "demo", pid: process.pid, ready: false });
  kept.ready();
  expect(readRunFile()?.ready).toBe(true);
  removeRunFile();
  expect(readRunFile()).toBeUndefined();
});

it("leaves the file to another system that lives: down and kill must still find it", () => {
  const other: RunFile = {
    ...{ kind: "up", natsUrl: "nats://127.0.0.1:2", pid: process.ppid, runDir: "/other" },
    ...{ startedAt: "2026-11-23T09:00:00Z", ready: true, processes: [] },
  };
  writeRunFile(other);
  keepRunFile(system, "demo").ready();
  removeRunFile();
  expect(readRunFile()).toEqual(other);
});
