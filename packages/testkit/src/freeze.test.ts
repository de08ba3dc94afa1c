import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { freeze } from "./freeze.ts";

const APPENDING = "const { appendFileSync } = require('node:fs'); for (;;) appendFileSync(process.argv[1], '.');";

it("leaves no thread of a process running", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bowline-freeze-"));
  const file = join(folder, "dots");
  writeFileSync(file, "");
  const sizeOf = (): number => statSync(file).size;
  const child = spawn(process.execPath, ["-e", APPENDING, file], { stdio: "inherit" });
  try {
    await expect.poll(sizeOf, { timeout: 10_000 }).toBeGreaterThan(0);
    freeze(child.pid ?? 0);
    const frozen = sizeOf();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(sizeOf()).toBe(frozen);
    process.kill(child.pid ?? 0, "SIGCONT");
    await expect.poll(sizeOf, { timeout: 10_000 }).toBeGreaterThan(frozen);
  } finally {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
});

it("says that there is no such process", () => {
  expect(() => freeze(2 ** 22 + 1)).toThrow("ESRCH");
});
