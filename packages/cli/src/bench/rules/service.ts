import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Bus, connectBus, DECISIONS, publishAcked, readFrom } from "@bowline/bus";
import { type Event, decodeEvent, encodeEvent, subjectOf } from "@bowline/contracts";
import { us } from "@bowline/kernel";
import { median } from "../figures.ts";
import { ROOT } from "../../runner/home.ts";
import { startSystem } from "../../runner/system.ts";
import { headerOf, moment, PRELUDE, signal } from "./entries.ts";
import { strategyText } from "./ours.ts";
import type { Workload } from "./workload.ts";

/** What a run of the service came to. */
export type ServiceRate = {
  readonly entries: number;
  readonly records: number;
  /** Of a journal that was there before the service: from its start of reading until the last record is stored. */
  readonly prefilledPerSecond: number;
  /** Of entries that come while it works: from the first that is published until the last record is stored. */
  readonly livePerSecond: number;
  /** The same by the CPU time of the service alone: what a machine that is busy otherwise says, too. */
  readonly livePerCpuSecond: number;
};

/** Each is a quote and a bar; a standby keeps the records of twice so many entries. */
export type ServiceLoad = { readonly moments: number; readonly rounds: number };

/** Published at once, before the first of them is awaited. */
const AT_ONCE = 500;
const WITHIN_MS = 180_000;

/** Whoever asks for the last entry asks by this rule: every prediction is answered for. */
const LAST = "last";
const strategyFile = ({ rules }: Workload): string =>
  `${strategyText(rules)}  - { id: ${LAST}, on: prediction, when: position.open, do: { exit: {} } }\n`;

/** The strategy service as a process of its own on a real server, records on, all rules asked at every second entry. */
export async function measureService(
  onPhase: (phase: string) => void,
  workload: Workload,
  load: ServiceLoad,
): Promise<ServiceRate> {
  const rounds: ServiceRate[] = [];
  for (let round = 1; round <= load.rounds; round++) {
    onPhase(`rules: the service, round ${round} of ${load.rounds}`);
    rounds.push(await measureOnce(workload, load.moments));
  }
  const over = (of: (rate: ServiceRate) => number): number => median(rounds.map(of));
  return {
    entries: over(({ entries }) => entries),
    records: over(({ records }) => records),
    prefilledPerSecond: over(({ prefilledPerSecond }) => prefilledPerSecond),
    livePerSecond: over(({ livePerSecond }) => livePerSecond),
    livePerCpuSecond: over(({ livePerCpuSecond }) => livePerCpuSecond),
  };
}

async function measureOnce(workload: Workload, moments: number): Promise<ServiceRate> {
  const runDir = mkdtempSync(join(tmpdir(), "bowline-bench-"));
  const system = await startSystem({
    runDir,
    natsDir: join(runDir, "nats"),
    natsPort: 0,
    syncInterval: "250ms",
    ticks: false,
    services: () => [],
  });
  const bus = await connectBus({ url: system.natsUrl, name: "bench" });
  try {
    const journal = makeWriter(bus, workload);
    const records = await followRecords(bus);
    await journal.write(PRELUDE);
    const first = await journal.moments(moments);
    const service = startService(runDir, system.natsUrl, workload);
    try {
      const startedMs = await service.reading;
      const prefilledMs = (await records.answered(first)) - startedMs;
      const [liveMs, cpuS] = [performance.now(), await service.cpuSeconds()];
      const second = await journal.moments(moments);
      const tookMs = (await records.answered(second)) - liveMs;
      const tookCpuS = (await service.cpuSeconds()) - cpuS;
      const entries = 2 * moments;
      return {
        entries,
        records: records.count(),
        prefilledPerSecond: (entries / prefilledMs) * 1000,
        livePerSecond: (entries / tookMs) * 1000,
        livePerCpuSecond: entries / tookCpuS,
      };
    } finally {
      await service.stop();
    }
  } finally {
    await bus.close();
    await system.stop();
    rmSync(runDir, { recursive: true, force: true });
  }
}

/** Writes entries as others do; a run of moments ends with a prediction, whose id it returns. */
function makeWriter(bus: Bus, { moments }: Workload) {
  let seq = 0;
  let runs = 0;
  const write = async (events: readonly Event[]): Promise<void> => {
    for (let at = 0; at < events.length; at += AT_ONCE) {
      const some = events.slice(at, at + AT_ONCE).map((event) => {
        seq += 1;
        const header = { ...headerOf(seq), id: `bench-${seq}` };
        return publishAcked(bus, { subject: subjectOf(event), bytes: encodeEvent(header, event), msgId: header.id });
      });
      for (const { ok } of await Promise.all(some)) if (!ok) throw new Error("bench: an entry was not stored");
    }
  };
  return {
    write,
    moments: async (count: number): Promise<string> => {
      runs += 1;
      const begin = seq;
      const events = Array.from({ length: count }, (_, index) =>
        moment(moments[index % moments.length] ?? [], begin + 2 * index + 1),
      ).flat();
      const predictionId = `run-${runs}`;
      await write([...events, { ...signal, predictionId, revision: 0, producedUs: us(1) }]);
      return `prediction:${predictionId}:0`;
    },
  };
}

/** Counts records as they are stored, and tells when the rule that answers every prediction has answered one. */
async function followRecords(bus: Bus) {
  let count = 0;
  const waiting = new Map<string, PromiseWithResolvers<number>>();
  const of = (triggerKey: string): PromiseWithResolvers<number> => {
    const known = waiting.get(triggerKey) ?? Promise.withResolvers<number>();
    waiting.set(triggerKey, known);
    return known;
  };
  await readFrom(bus, {
    stream: DECISIONS,
    fromSeq: 1,
    onEntry: ({ subject, bytes }) => {
      count += 1;
      const decoded = decodeEvent(subject, bytes);
      if (!decoded.ok || decoded.value.event.kind !== "decision" || decoded.value.event.rule !== LAST) return;
      of(decoded.value.event.triggerKey).resolve(performance.now());
    },
    onGap: () => undefined,
  });
  const late = (): Promise<never> =>
    new Promise((_, reject) => {
      setTimeout(() => reject(new Error("bench: the service did not come to the last entry")), WITHIN_MS).unref();
    });
  return {
    count: () => count,
    answered: (triggerKey: string): Promise<number> => Promise.race([of(triggerKey).promise, late()]),
  };
}

type Service = {
  /** When it began to read the journal. */
  readonly reading: Promise<number>;
  /** Of all its threads, since its start. */
  cpuSeconds(): Promise<number>;
  stop(): Promise<void>;
};

function startService(runDir: string, natsUrl: string, workload: Workload): Service {
  const folder = join(runDir, "inputs");
  mkdirSync(folder);
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const child = spawn(process.execPath, [join(ROOT, "services/strategy/src/main.ts")], {
    detached: true,
    env: {
      PATH: process.env["PATH"],
      BOWLINE_NATS_URL: natsUrl,
      BOWLINE_GROUPS: file("groups.yaml", "groups:\n  tech: [AAPL]\n"),
      BOWLINE_STRATEGY: file("strategy.yaml", strategyFile(workload)),
      BOWLINE_ACCOUNT: "DU1234567",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const reading = Promise.withResolvers<number>();
  const port = Promise.withResolvers<number>();
  createInterface(child.stdout).on("line", (line) => {
    const { msg, httpPort, participant } = JSON.parse(line) as {
      msg?: string;
      httpPort?: number;
      participant?: string;
    };
    if (participant === "strategy.tech") reading.resolve(performance.now());
    if (msg === "listening" && httpPort !== undefined) port.resolve(httpPort);
  });
  return {
    reading: reading.promise,
    cpuSeconds: async () => {
      const metrics = await (await fetch(`http://127.0.0.1:${await port.promise}/metrics`)).text();
      return Number(/^process_cpu_seconds_total\{[^}]*\} (\S+)/m.exec(metrics)?.[1]);
    },
    stop: async () => {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}
