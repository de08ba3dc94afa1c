import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bus, connectBus, DECISIONS, publishAcked, readFrom, SHADOW } from "@bowline/bus";
import { encodeEvent, type Event } from "@bowline/contracts";
import { sha256Hex, us } from "@bowline/kernel";
import { setUpJournal } from "@bowline/service-kit/journal-setup";
import {
  aClock,
  anEntry,
  aSignal,
  type EntryLog,
  makeEntryLog,
  type SpawnedService,
  spawnService,
  withNatsServer,
} from "@bowline/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { commandHere } from "../test-command.ts";

const nats = withNatsServer();
const folder = mkdtempSync(join(tmpdir(), "bowline-shadow-"));
const SERVICE = join(import.meta.dirname, "../../../../services/strategy/src");
const textOf = (confidence: string): string =>
  `strategy: demo\ndescription: For tests.\ngroups: all\nrules:\n  - { id: out, on: prediction, when: ["prediction.confidence > ${confidence}", position.open], do: { exit: {} } }\n`;
const CANDIDATE = textOf("0.9");
let bus: Bus;
let shadows: EntryLog;
let actives: EntryLog;
const services: SpawnedService[] = [];

beforeAll(async () => {
  writeFileSync(join(folder, "groups.yaml"), "groups: {tech: [AAPL]}\n");
  writeFileSync(join(folder, "strategy.yaml"), textOf("0.5"));
  writeFileSync(join(folder, "candidate.yaml"), CANDIDATE);
  bus = await connectBus({ url: nats.url, name: "test" });
  await setUpJournal(bus, {});
  shadows = makeEntryLog();
  actives = makeEntryLog();
  await readFrom(bus, { stream: DECISIONS, fromSeq: 1, onEntry: actives.add, onGap: () => undefined });
  await readFrom(bus, { stream: SHADOW, fromSeq: 1, onEntry: shadows.add, onGap: () => undefined });
});
afterAll(async () => {
  for (const service of services) await service.stop();
  await bus.close();
  rmSync(folder, { recursive: true });
});

const start = async (main: string): Promise<void> =>
  void services.push(
    await spawnService(join(SERVICE, main), {
      BOWLINE_NATS_URL: nats.url,
      BOWLINE_GROUPS: join(folder, "groups.yaml"),
      BOWLINE_STRATEGY: join(folder, "strategy.yaml"),
      BOWLINE_CANDIDATE: join(folder, "candidate.yaml"),
      BOWLINE_ACCOUNT: "DU1234567",
    }),
  );

let told = 0;
async function tell(event: Event, machine: string): Promise<void> {
  const nowUs = us(Date.now() * 1000);
  const { subject, header } = anEntry(event, { seq: (told += 1), seenUs: nowUs, eventUs: nowUs, machine });
  const written = await publishAcked(bus, { subject, bytes: encodeEvent(header, event), msgId: header.id });
  expect(written.ok).toBe(true);
}
const predict = (serial: number, confidence: number): Promise<void> =>
  tell(
    aSignal({
      predictionId: `p${serial}`,
      confidence: confidence as never,
      validUntilUs: us((Date.now() + 60_000) * 1000),
    }),
    "prediction-ingest",
  );

it("a shadow answers every entry from the journal's first on, and the difference is listed", async () => {
  await start("main.ts");
  await tell(aClock({ nowUs: us(Date.now() * 1000) }), "clock");
  for (const serial of [1, 2, 3]) await predict(serial, 700_000);
  await start("shadow-main.ts");
  await predict(4, 950_000);
  await shadows.until(({ event }) => event.kind === "shadow.decision" && event.triggerKey === "prediction:p4:0");
  await actives.until(({ event }) => event.kind === "decision" && event.triggerKey === "prediction:p4:0");
  expect(shadows.entries.map(({ header, event }) => [header.machine, header.configVersion, event.kind])).toEqual(
    Array.from({ length: 4 }, () => ["shadow.tech", sha256Hex(CANDIDATE), "shadow.decision"]),
  );
  const { out } = await commandHere("rules", "diff", "--nats", nats.url, "--blockers");
  expect(out.match(/AAPL out/g)).toHaveLength(3);
  expect(out).toContain("active     BLOCKED by position.open");
  expect(out).toContain("candidate  BLOCKED by prediction.confidence > 0.9");
  const files = [join(folder, "strategy.yaml"), join(folder, "candidate.yaml")];
  const replayed = await commandHere("rules", "diff", ...files, "--nats", nats.url, "--blockers", "--json");
  expect(replayed.out.trim().split("\n")).toHaveLength(3);
  const same = await commandHere("rules", "diff", "--nats", nats.url);
  expect(same.out).toMatch(/^0 differing decisions in entries \d+ to \d+\n$/);
});
