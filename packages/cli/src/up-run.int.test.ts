import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { type Started, startCommand } from "./test-command.ts";

const folder = mkdtempSync(join(tmpdir(), "bowline-up-test-"));
let up: Started | undefined;
afterAll(async () => {
  await up?.interrupt();
  rmSync(folder, { recursive: true, force: true });
});

/** `up` itself gives its processes a minute. */
const WITHIN_MS = 90_000;

it(
  "up says when it is ready and what to ask it, and ends with all that it started at Ctrl-C",
  { timeout: WITHIN_MS },
  async () => {
    const groups = join(folder, "groups.yaml");
    writeFileSync(groups, "groups: { tech: [AAPL] }\n");
    up = startCommand(["up", "--groups", groups]);
    const url = /^starting (nats:\S+)$/.exec(await up.line())?.[1] ?? "";
    const ready = await up.line();
    expect(ready).toContain(`READY ${url}; ./bowline status`);
    const ended = up.interrupt();
    expect(await up.line()).toMatch(/^stopped by SIGINT/);
    expect(await ended).toBe(0);
    await expect(fetch(url.replace("nats:", "http:"))).rejects.toThrow("fetch failed");
  },
);
