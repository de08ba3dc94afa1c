import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runBacktestCommand } from "../backtest-run.ts";
import { recordMinutes } from "../moment/test-recording.ts";
import { renderSimulation } from "./render-simulation.ts";
import { readSimulation } from "./simulate-command.ts";

const record = recordMinutes(20);
const recorded = join(record, "limits.yaml");

/** The limits of the recording with one of them changed. */
function limitsWith(name: string, value: string): string {
  const text = readFileSync(recorded, "utf8");
  const changed = text.replace(new RegExp(`^( +${name}): .*$`, "m"), `$1: ${value}`);
  expect(changed).not.toBe(text);
  const file = join(record, `${name}.yaml`);
  writeFileSync(file, changed);
  return file;
}

describe("other limits over a recorded session", () => {
  it("decide as the gate did where they are the same", async () => {
    const same = await readSimulation(recorded, { record });
    expect(same.decided).toBeGreaterThan(5);
    expect(same).toMatchObject({ wouldBeDenied: [], wouldBeApproved: [], byCode: {} });
    expect(same.approved.wouldBe).toBe(same.approved.was);
    expect(renderSimulation(same)).toContain("these limits change nothing");
  });

  it("deny what they are too tight for, each order with its check", async () => {
    const tighter = await readSimulation(limitsWith("maxOrderNotional", "1"), { record });
    const denied = tighter.wouldBeDenied.length;
    expect(denied).toBeGreaterThan(0);
    expect(tighter.byCode).toMatchObject({ NOTIONAL_EXCEEDS_MAX: denied });
    expect(tighter.approved.wouldBe).toBe(tighter.approved.was - denied);
    const [first] = tighter.wouldBeDenied;
    expect(renderSimulation(tighter)).toContain(first?.clOrdId ?? "none");
  });

  it("approve what others denied", async () => {
    const denying = join(record, "denying");
    runBacktestCommand({ seed: 1, minutes: 20, limits: limitsWith("maxOrderNotional", "1"), record: denying });
    const looser = await readSimulation(recorded, { record: denying });
    expect(looser.approved.was).toBe(0);
    expect(looser.wouldBeApproved.length).toBe(looser.approved.wouldBe);
    expect(looser.wouldBeApproved).toContainEqual(expect.objectContaining({ was: ["NOTIONAL_EXCEEDS_MAX"] }));
  });

  it("are of one session where that is asked for, and name those that there are", async () => {
    const { dates } = await readSimulation(recorded, { record });
    const [date = ""] = dates;
    expect(await readSimulation(recorded, { record, session: date })).toMatchObject({ date, dates });
    await expect(readSimulation(recorded, { record, session: "1999-01-04" })).rejects.toThrow(date);
  });

  it("are asked for where the folder is no recording", async () => {
    await expect(readSimulation(recorded, { record: join(record, "none") })).rejects.toThrow("no such file");
  });
});
