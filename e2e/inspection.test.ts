import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { EVENT_DEFINITIONS, encodeEvent, subjectOf } from "@bowline/contracts";
import { connectBus, publishCore } from "@bowline/bus";
import { us } from "@bowline/kernel";
import { readExport } from "@bowline/report";
import { startNatsServer } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { ROOT, bowline, makeHome, startDemo } from "./demo-process.ts";

/** The line that the nats CLI recipes give to --translate; it puts the subject in itself. */
const TRANSLATE = "./bowline decode {{Subject}}";

const A_HEADER = {
  id: "e2e",
  causeId: "",
  causeSeq: 1,
  ordinal: 0,
  correlationId: "e2e",
  machine: "operator",
  epoch: 0,
  build: "e2e",
  configVersion: "e2e",
  eventUs: us(1),
  seenUs: us(1),
  schemaVersion: 1,
};

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

  it("is what the nats command shows with that line", async (context) => {
    if (spawnSync("nats", ["--version"]).status !== 0) return context.skip("the nats command is not on the PATH");
    const server = await startNatsServer();
    try {
      const event = { kind: "control.kill", scope: "global", reason: "drill", by: "e2e" } as const;
      const args = ["--server", server.url, "sub", "--count", "1", "--translate", TRANSLATE, subjectOf(event)];
      const child = spawn("nats", args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
      const shown = new Promise<string>((resolve) => {
        let out = "";
        child.stdout.on("data", (chunk: Buffer) => void (out += chunk.toString()));
        child.once("close", () => resolve(out));
      });
      const bus = await connectBus({ url: server.url, name: "e2e" });
      const timer = setInterval(() => publishCore(bus, subjectOf(event), encodeEvent(A_HEADER, event)), 200);
      expect(await shown).toContain("drill");
      clearInterval(timer);
      await bus.close();
    } finally {
      await server.stop();
    }
  });

  it("says what is wrong with a payload that is none", async () => {
    const ran = await bowline(["decode", "bw.control.clock"], { input: new Uint8Array([1, 2, 3]) });
    expect(ran.code).not.toBe(0);
    expect(ran.errors).toMatch(/bw\.control\.clock/);
  });
});
