import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isAlive } from "../run-file.ts";

const PARENT = `
const { startReaper } = await import(${JSON.stringify(join(import.meta.dirname, "reaper.ts"))});
const { spawn } = await import("node:child_process");
const reaper = startReaper();
const children = [0, 1].map(() => spawn("sleep", ["300"], { detached: true, stdio: "ignore" }));
reaper.watch(children.map((child) => child.pid));
console.log(JSON.stringify(children.map((child) => child.pid)));
setInterval(() => undefined, 1000);
`;

describe("the reaper", () => {
  it("ends the children of a parent that was killed", async () => {
    const parent = spawn(process.execPath, ["--input-type=module", "-e", PARENT], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [chunk] = (await once(parent.stdout, "data")) as [Buffer];
    const pids = JSON.parse(chunk.toString()) as number[];
    expect(pids.every(isAlive)).toBe(true);
    parent.kill("SIGKILL");
    await expect.poll(() => pids.some(isAlive), { timeout: 10_000 }).toBe(false);
  });
});
