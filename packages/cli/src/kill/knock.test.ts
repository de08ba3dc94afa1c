import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runFilePath, writeRunFile } from "../run-file.ts";
import { type Door, openDoor } from "../test-door.ts";
import { executionFolders } from "./execution-folders.ts";
import { knock } from "./knock.ts";

const KILL = { scope: "AAPL", level: "CANCEL", state: "HALTED", reason: "test", by: "me" } as const;
let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "bowline-knock-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A door of execution that gives this answer. */
async function withDoor(status: number, answer: object): Promise<Door> {
  const door = await openDoor();
  door.answer(status, JSON.stringify(answer));
  writeFileSync(join(folder, "kill-door.json"), JSON.stringify({ port: door.port }));
  writeFileSync(join(folder, "kill-token"), "secret\n");
  return door;
}

describe("a knock at execution's door", () => {
  it("tells the kill with the folder's token, and how many cancels went out", async () => {
    const { asked, close } = await withDoor(200, { cancels: 3 });
    expect(await knock(folder, KILL)).toEqual({ way: "loopback", done: true, detail: `${folder}: 3 cancels sent` });
    expect(asked).toEqual([{ authorization: "Bearer secret", body: KILL }]);
    close();
  });

  it("leaves a file where the door refuses, with its reason", async () => {
    const { close } = await withDoor(503, { error: "the token is another's" });
    const { way, done, detail } = await knock(folder, KILL);
    expect([way, done]).toEqual(["file", true]);
    expect(detail).toContain("(the token is another's); remove it before you resume");
    expect(readFileSync(join(folder, "KILL"), "utf8")).toBe("CANCEL me: test\n");
    close();
  });

  it("leaves a file where nobody answers in time, and where nobody listens any more", async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => void silent.listen(0, "127.0.0.1", resolve));
    const { port } = silent.address() as AddressInfo;
    writeFileSync(join(folder, "kill-door.json"), JSON.stringify({ port }));
    writeFileSync(join(folder, "kill-token"), "secret\n");
    const beganMs = performance.now();
    expect(await knock(folder, KILL)).toMatchObject({ way: "file", done: true });
    expect(performance.now() - beganMs).toBeLessThan(1000);
    silent.closeAllConnections();
    await new Promise((resolve) => void silent.close(resolve));
    const gone = await knock(folder, KILL);
    expect(gone).toMatchObject({ way: "file", done: true });
    expect(gone.detail).toContain("ECONNREFUSED");
  });

  it("says that nothing was done where not even a file can be left", async () => {
    const { done, detail } = await knock(join(folder, "nowhere"), KILL);
    expect(done).toBe(false);
    expect(detail).toMatch(/kill-door\.json.*KILL/s);
  });
});

describe("the folders of execution", () => {
  it("are those of the system that runs here, its standbys included", () => {
    vi.stubEnv("BOWLINE_HOME", folder);
    expect(executionFolders()).toEqual([]);
    const runDir = join(folder, "run");
    const run = {
      kind: "up",
      natsUrl: "",
      pid: process.pid,
      runDir,
      startedAt: "",
      ready: true,
      processes: [],
    } as const;
    writeRunFile(run, runFilePath());
    expect(executionFolders()).toEqual([]);
    for (const name of ["execution", "execution-2", "execution-logs", "portfolio"])
      mkdirSync(join(runDir, name), { recursive: true });
    expect([...executionFolders()].sort()).toEqual([join(runDir, "execution"), join(runDir, "execution-2")]);
    vi.unstubAllEnvs();
  });
});
