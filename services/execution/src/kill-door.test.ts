import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type KillDoor, openKillDoor } from "./kill-door.ts";
import { watchKillFile } from "./kill-file.ts";
import type { Kill } from "./kill-switch.ts";

let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "bowline-door-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the loopback door", () => {
  const pressed: Kill[] = [];
  let door: KillDoor;
  beforeEach(async () => {
    pressed.length = 0;
    door = await openKillDoor({
      folder,
      port: 0,
      kills: () => pressed,
      press: (kill) => pressed.push(kill),
    });
  });
  afterEach(() => door.close());
  const token = (): string => readFileSync(join(folder, "kill-token"), "utf8").trim();
  const post = (body: string, authorization = `Bearer ${token()}`, path = "/kill") =>
    fetch(`http://127.0.0.1:${door.port}${path}`, { method: "POST", body, headers: { authorization } });

  it("kills for who has the token, and says what went out", async () => {
    const answer = await post('{"level":"CANCEL","reason":"drill","by":"me"}');
    expect(await answer.json()).toEqual({ scope: "global", level: "CANCEL", reason: "drill", by: "me", cancels: 1 });
    expect(pressed).toEqual([{ scope: "global", level: "CANCEL", reason: "drill", by: "me" }]);
    expect((await post("")).status).toBe(200);
    expect(pressed[1]).toMatchObject({ scope: "global", level: "STOP" });
  });

  it.each([
    [401, "{}", "Bearer guess"],
    [401, "{}", ""],
    [400, "{"],
    [400, '{"level":"LOUDER"}'],
    // Nothing would be let through to close a position.
    [400, '{"level":"FLATTEN","state":"LOCKED"}'],
    [400, '{"level":"CANCEL_ACCOUNT","scope":"SPY"}'],
    [400, '{"resume":true}'],
    [400, JSON.stringify({ reason: "x".repeat(5000) })],
  ])("answers %i to %s", async (status, body, authorization?: string) => {
    expect((await post(body, authorization)).status).toBe(status);
    expect(pressed).toEqual([]);
  });

  it("has no way to resume, and keeps its token to its owner", async () => {
    expect((await post("{}", undefined, "/resume")).status).toBe(404);
    expect(statSync(join(folder, "kill-token")).mode & 0o077).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, "kill-door.json"), "utf8"))).toEqual({
      port: door.port,
      pid: process.pid,
    });
  });
});

describe("the KILL file", () => {
  it("counts while it is there, and is told once with the level that it names", async () => {
    const found: string[] = [];
    const file = watchKillFile(folder, (level) => found.push(level));
    expect(file.forbids(false)).toBe(false);
    writeFileSync(join(folder, "KILL"), "cancel everything of ours");
    expect(file.forbids(false)).toBe(true);
    await expect.poll(() => found).toEqual(["CANCEL"]);
    rmSync(join(folder, "KILL"));
    expect(file.forbids(false)).toBe(false);
    file.stop();
  });

  it("lets the gate's closing orders go where it says FLATTEN, and nothing else", () => {
    writeFileSync(join(folder, "KILL"), "flatten now");
    const found: string[] = [];
    const file = watchKillFile(folder, (level) => found.push(level));
    expect([found, file.forbids(true), file.forbids(false)]).toEqual([["FLATTEN"], false, true]);
    writeFileSync(join(folder, "KILL"), "cancel");
    expect(file.forbids(true)).toBe(true);
    file.stop();
  });

  it.each(["", "louder"])("is found at the start, the mildest where it says nothing that is done: '%s'", (text) => {
    writeFileSync(join(folder, "KILL"), text);
    const found: string[] = [];
    watchKillFile(folder, (level) => found.push(level)).stop();
    expect(found).toEqual(["STOP"]);
  });

  it("counts as there where the folder does not tell", () => {
    symlinkSync("KILL", join(folder, "KILL"));
    const file = watchKillFile(folder, () => undefined);
    expect(file.forbids(false)).toBe(true);
    file.stop();
  });
});
