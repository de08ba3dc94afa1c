import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import { join } from "node:path";
import { figure } from "@bowline/testkit";
import { afterEach, expect, it } from "vitest";
import { frameOfLength, startRawTws } from "./test-raw-tws.ts";

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** The library in a process of its own, connected, and the socket that it reads. */
async function aClient(limitMs: number) {
  const ready = Promise.withResolvers<Socket>();
  const tws = await startRawTws(ready.resolve);
  const child = spawn(process.execPath, [
    join(import.meta.dirname, "test-hung-client.ts"),
    String(tws.port),
    String(limitMs),
  ]);
  children.push(child);
  const heard = { turns: 0, errors: "" };
  child.stdout.on("data", (chunk: Buffer) => void (heard.turns += chunk.toString().split("turns").length - 1));
  child.stderr.on("data", (chunk: Buffer) => void (heard.errors += chunk.toString()));
  const socket = await ready.promise;
  return { child, socket, heard, close: tws.close, exit: once(child, "exit") };
}

const LIMIT_MS = 1500;

it("ends a process that a frame of negative length hangs, and says so [fault 43]", async () => {
  const { child, socket, heard, close, exit } = await aClient(LIMIT_MS);
  await once(child.stdout!, "data");
  socket.write(frameOfLength(-4));
  const sentMs = performance.now();
  expect(await exit).toEqual([null, "SIGKILL"]);
  const hungMs = performance.now() - sentMs;
  figure("hung for", hungMs / 1000, "s");
  expect(hungMs).toBeGreaterThanOrEqual(LIMIT_MS - 300);
  expect(hungMs).toBeLessThan(10_000);
  expect(heard.errors).toContain("the event loop hangs: the watchdog ends the process");
  await close();
});

it("leaves a process alone that turns, or that was stopped as a whole", async () => {
  const { child, heard, close } = await aClient(LIMIT_MS);
  await once(child.stdout!, "data");
  child.kill("SIGSTOP");
  await new Promise((resolve) => setTimeout(resolve, 2 * LIMIT_MS));
  child.kill("SIGCONT");
  const before = heard.turns;
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(heard.turns).toBeGreaterThan(before + 3);
  expect(child.exitCode).toBeNull();
  expect(child.signalCode).toBeNull();
  await close();
});
