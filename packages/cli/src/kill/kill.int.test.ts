import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { commandHere, runCommand } from "../test-command.ts";

const folder = mkdtempSync(join(tmpdir(), "bowline-kill-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NOBODY = ["--nats", "nats://127.0.0.1:1"];

describe("kill", () => {
  it("leaves a KILL file where neither NATS nor execution answers, and says so", async () => {
    const { code, out } = await runCommand([
      "kill",
      ...NOBODY,
      "--data-dir",
      folder,
      "--level",
      "cancel",
      "--by",
      "me",
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/journal: NOT DONE: [^]*file: .*KILL .*remove it before you resume/);
    expect(readFileSync(join(folder, "KILL"), "utf8")).toBe("CANCEL me: by hand\n");
  });

  it("fails, loudly, where no way works", async () => {
    const { code, errors } = await runCommand(["kill", ...NOBODY, "--data-dir", join(folder, "nowhere")]);
    expect(code).toBe(1);
    expect(errors).toMatch(/NOT DONE: no way to kill worked[^]*cancel by hand in TWS/);
  });

  it("says that a file stops everything, whatever the scope", async () => {
    const { code, out, errors } = await runCommand(["kill", ...NOBODY, "--data-dir", folder, "--scope", "AAPL"]);
    expect(code).toBe(0);
    expect(out).toContain("it stops EVERYTHING, not AAPL alone");
    expect(errors).toBe("");
  });

  it.each(["nonsense:x", "symbol:", "group:", "A B", "strategy:a:b"])(
    "refuses the scope %j, with those that there are and what stops everything",
    async (scope) => {
      const { code, errors } = await commandHere("kill", ...NOBODY, "--data-dir", folder, "--scope", scope);
      expect(code).toBe(64);
      expect(errors).toMatch(/NOT DONE: [^]*group:NAME or strategy:NAME\n {2}to stop everything: \.\/bowline kill\n$/);
    },
  );

  it.each([
    [["--level", "CANCEL_ACCOUNT"]],
    [["--scope", "account", "--level", "CANCEL"]],
    [["--level", "EVERYTHING"]],
  ])("refuses %j", async (flags) => {
    const { code, errors } = await runCommand(["kill", ...NOBODY, "--data-dir", folder, ...flags]);
    expect(code).toBe(64);
    expect(errors).toContain("CANCEL_ACCOUNT");
  });
});
