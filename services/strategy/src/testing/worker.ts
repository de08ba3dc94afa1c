import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bus, connectBus, DECISIONS, publishAcked, readFrom } from "@bowline/bus";
import { encodeEvent, type Event } from "@bowline/contracts";
import type { Us } from "@bowline/kernel";
import { setUpJournal } from "@bowline/service-kit";
import {
  anEntry,
  type EntryLog,
  makeEntryLog,
  type SpawnedService,
  spawnService,
  withNatsServer,
} from "@bowline/testkit";
import { afterAll, beforeAll } from "vitest";
import { ACCOUNT } from "./scenario.ts";

export type WorkerOptions = {
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** The strategy file. */
  readonly strategy: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** The strategy service as a process on a server of its own. Ask it only inside a test or hook. */
export type Worker = {
  readonly bus: Bus;
  /** What the journal has, and the stream of decision records. */
  readonly journal: EntryLog;
  readonly records: EntryLog;
  /** Resolves when it listens. */
  start(): Promise<void>;
  kill(): Promise<void>;
  /** Journals what somebody else says, at that time; resolves when it is stored. */
  tell(event: Event, machine: string, nowUs: Us): Promise<void>;
};

/** Started before the tests of a file, and gone after them. */
export function withWorker({ groups, strategy, env = {} }: WorkerOptions): Worker {
  const nats = withNatsServer();
  const folder = mkdtempSync(join(tmpdir(), "bowline-worker-"));
  const [journal, records] = [makeEntryLog(), makeEntryLog()];
  let bus: Bus;
  let service: SpawnedService | undefined;
  let told = 0;
  const worker: Worker = {
    get bus() {
      return bus;
    },
    journal,
    records,
    start: async () => {
      service = await spawnService(join(import.meta.dirname, "../main.ts"), {
        BOWLINE_NATS_URL: nats.url,
        BOWLINE_GROUPS: join(folder, "groups.yaml"),
        BOWLINE_STRATEGY: join(folder, "strategy.yaml"),
        BOWLINE_ACCOUNT: ACCOUNT,
        ...env,
      });
    },
    kill: async () => service?.kill(),
    tell: async (event, machine, nowUs) => {
      told += 1;
      const { subject, header } = anEntry(event, { seq: told, seenUs: nowUs, eventUs: nowUs, machine });
      const request = { subject, bytes: encodeEvent(header, event), msgId: `${machine}-${told}` };
      for (;;) {
        const written = await publishAcked(bus, request);
        if (written.ok) return;
        if (written.error.type !== "unknown") throw new Error(written.error.message);
      }
    },
  };
  beforeAll(async () => {
    writeFileSync(join(folder, "groups.yaml"), JSON.stringify({ groups }));
    writeFileSync(join(folder, "strategy.yaml"), strategy);
    bus = await connectBus({ url: nats.url, name: "test" });
    await setUpJournal(bus, {});
    await readFrom(bus, { fromSeq: 1, onEntry: journal.add, onGap: () => undefined });
    await readFrom(bus, { stream: DECISIONS, fromSeq: 1, onEntry: records.add, onGap: () => undefined });
    await worker.start();
  });
  afterAll(async () => {
    await service?.stop();
    await bus.close();
    rmSync(folder, { recursive: true });
  });
  return worker;
}
