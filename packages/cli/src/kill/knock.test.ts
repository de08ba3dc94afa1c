import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { runFilePath, writeRunFile } from "../run-file.ts";
import { type Door, openDoor } from "../test-door.ts";
import { executionFolders } from "./execution-folders.ts";
import { knock } from "./knock.ts";

const KILL = { scope: "AAPL", level: "CANCEL", state: "HALTED", reason: "test", by: "me" } as const;
let folder: string;
// The first fetch of a process loads it, which a busy machine may take the whole patience for.
beforeAll(async () => void (await fetch("data:,")));
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
