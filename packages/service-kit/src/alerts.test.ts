import type { Event } from "@bowline/contracts";
import { describe, expect, it } from "vitest";
import { makeAlerts } from "./alerts.ts";

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

function rig(write: () => Promise<void> = async () => undefined) {
  const written: { event: Event; writer: string; serial: number }[] = [];
  const clock = { ms: 0 };
  const alerts = makeAlerts({
    source: "execution",
    log: quiet,
    nowMs: () => clock.ms,
    write: async (event, writer, serial) => {
      written.push({ event, writer, serial });
      await write();
    },
  });
  return { alerts, written, clock };
}
const DISK = { severity: "CRITICAL", code: "DISK_FAILED", subject: "wal", detail: "no space" } as const;

describe("alerts", () => {
  it("say the same code and subject once a minute, others at once", () => {
    const { alerts, written, clock } = rig();
    alerts.raise(DISK);
    clock.ms = 59_999;
    alerts.raise({ ...DISK, detail: "still no space" });
    alerts.raise({ ...DISK, subject: "another" });
    clock.ms = 60_000;
    alerts.raise(DISK);
    expect(written.map(({ event }) => (event.kind === "control.alert" ? event.subject : event.kind))).toEqual([
      "wal",
      "another",
      "wal",
    ]);
    expect(written.map(({ serial }) => serial)).toEqual([1, 2, 3]);
    expect(written[0]?.event).toEqual({ kind: "control.alert", source: "execution", ...DISK });
  });

  it("write under a name that no other process of the service has", () => {
    const [one, other] = [rig(), rig()];
    one.alerts.raise(DISK);
    other.alerts.raise(DISK);
    expect(one.written[0]?.writer).toMatch(/^loop\.alert\.execution\.[0-9a-f]{12}$/);
    expect(one.written[0]?.writer).not.toBe(other.written[0]?.writer);
  });

  it("wait for a journal that does not answer no longer than they are told, and keep a bounded number", async () => {
    const { alerts, written } = rig(() => new Promise(() => undefined));
    for (let n = 0; n < 150; n++) alerts.raise({ ...DISK, subject: String(n) });
    expect(written).toHaveLength(100);
    await alerts.settled(1);
  });

  it("never throw, whatever the journal says", async () => {
    const { alerts } = rig(() => Promise.reject(new Error("fenced")));
    expect(() => alerts.raise(DISK)).not.toThrow();
    await expect(alerts.settled(1000)).resolves.toBeUndefined();
  });
});
