import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { EVENT_DEFINITIONS, encodeEvent, subjectOf } from "@bowline/contracts";
import { readExport } from "@bowline/report";
import { describe, expect, it } from "vitest";
import { ROOT, bowline, makeHome, startDemo } from "./demo-process.ts";

/** The line that the nats CLI recipes give to --translate; it puts the subject in itself. */
const TRANSLATE = "./bowline decode {{Subject}}";

describe("looking into a run", () => {
  it(
    "decodes a recorded payload of every subject through exactly the recipe's line, and explains an order",
    { timeout: 300_000 },
    async () => {
      const record = makeHome();
      await startDemo(["--seed", "3", "--minutes", "20", "--record", record]).summary();
      const entries = [...readExport(join(record, "export.jsonl"))];
      const seen = new Map(entries.map((entry) => [entry.event.kind, entry]));
      expect(seen.size).toBeGreaterThanOrEqual(20);
      for (const { header, event } of seen.values()) {
        const subject = subjectOf(event);
        const line = TRANSLATE.replace("{{Subject}}", subject);
        const ran = spawnSync("sh", ["-c", line], { cwd: ROOT, input: encodeEvent(header, event), encoding: "utf8" });
        expect(ran.status, `${line}: ${ran.stderr}`).toBe(0);
        expect(JSON.parse(ran.stdout)).toMatchObject({ event: JSON.parse(JSON.stringify(event)) as object });
      }
      expect(EVENT_DEFINITIONS.length).toBeGreaterThanOrEqual(seen.size);
    },
  );

  it("says what is wrong with a payload that is none", async () => {
    const ran = await bowline(["decode", "bw.control.clock"], { input: new Uint8Array([1, 2, 3]) });
    expect(ran.code).not.toBe(0);
    expect(ran.errors).toMatch(/bw\.control\.clock/);
  });
});
