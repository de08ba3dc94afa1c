import { it } from "vitest";
import { startLive } from "./live-system.ts";
import { writeFileSync, cpSync } from "node:fs";
it("debug", async () => {
  const live = await startLive();
  const trigger = await live.push("AAPL");
  await new Promise((r) => setTimeout(r, 8000));
  const entries = await live.entries();
  writeFileSync(
    "/tmp/rt-entries.json",
    entries
      .filter((e) => !/md\./.test(e.event.kind))
      .map((e) => JSON.stringify([e.seq, e.header.machine, e.header.seenUs, e.event]))
      .join("\n"),
  );
  console.log(trigger, Object.keys(live));
  try {
    cpSync((live.demo as any).dir ?? "/none", "/tmp/rt-run", { recursive: true });
  } catch (e) {
    console.log(String(e));
  }
  await live.stop();
}, 120000);
