import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runCommand } from "../test-command.ts";

const folder = mkdtempSync(join(tmpdir(), "bowline-doctor-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Report = { ok: boolean; findings: { check: string; ok: boolean; found: string; meaning: string }[] };
const doctor = async (env: Record<string, string> = {}): Promise<Report & { code: number | null }> => {
  const { code, out } = await runCommand(["doctor", "--folder", folder, "--json"], "", env);
  return { code, ...(JSON.parse(out) as Report) };
};

describe("doctor", () => {
  it("measures what an order waits for on the disk, and finds that this machine will do", async () => {
    const { code, ok, findings } = await doctor();
    expect([code, ok]).toEqual([0, true]);
    expect(findings.map(({ check }) => check)).toEqual([
      "Node",
      "nats-server",
      "port 4222",
      "port 7497",
      "disk sync",
      "data lines",
      "running",
    ]);
    expect(findings.find(({ check }) => check === "disk sync")?.found).toMatch(
      /^p50 \d+\.\d\d ms, p99 \d+\.\d\d ms in /,
    );
    expect(findings.find(({ check }) => check === "running")?.found).toBe("nothing");
  });
  it("says of a program that cannot be run what to do, and ends with 1", async () => {
    const { code, findings } = await doctor({ BOWLINE_NATS_SERVER: join(folder, "none") });
    expect(code).toBe(1);
    expect(findings.filter(({ ok }) => !ok)).toEqual([
      {
        check: "nats-server",
        ok: false,
        found: expect.stringContaining("ENOENT") as string,
        meaning: "start through ./bowline, or set BOWLINE_NATS_SERVER",
      },
    ]);
    const { out } = await runCommand(["doctor", "--folder", folder], "", { BOWLINE_NATS_SERVER: join(folder, "none") });
    expect(out).toMatch(/^ok +Node +v\d+[^]*^bad +nats-server +[^]*ENOENT[^]*^ok +running +nothing$/m);
  });
  it("tells who listens where the paper TWS would", async (context) => {
    const server = createServer();
    const listening = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false)).listen(7497, "127.0.0.1", () => resolve(true));
    });
    if (!listening) return context.skip("somebody listens on port 7497 of this machine");
    const { out } = await runCommand(["doctor", "--folder", folder]);
    server.close();
    expect(out).toMatch(/ok +port 7497 +somebody listens\n +used for a paper TWS: if that is not it/);
  });
});
