import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bus, connectBus, publishAcked, readFrom } from "@bowline/bus";
import { decodeEvent, encodeEvent, type Entry, type Event, type EventKind, type Order } from "@bowline/contracts";
import { type Us, us } from "@bowline/kernel";
import { setUpJournal } from "@bowline/service-kit/journal-setup";
import {
  anEntry,
  anOrder,
  dollars,
  INHERITED_ENV,
  makeTestKeys,
  type NatsServer,
  startNatsServer,
  type TestKeys,
} from "@bowline/testkit";
import { ROOT } from "./demo-process.ts";
import { readWireLog, type WireMessage } from "./wire-log.ts";

/** A process of the rig, with what it said. */
export type RigProcess = {
  readonly pid: number;
  readonly dataDir: string;
  /** What /readyz says; `undefined` where nobody answers. */
  notReady(): Promise<readonly string[] | undefined>;
  /** What /metrics says of one metric, by its labels. */
  metric(name: string): Promise<readonly string[]>;
  stderr(): string;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  signal(name: NodeJS.Signals): void;
};

/** Real NATS, the real simulator in real time, and execution processes. The test stands in the gate's place: it beats, and approves. */
export type ExecutionRig = {
  readonly nats: NatsServer;
  readonly bus: Bus;
  readonly home: string;
  readonly keys: TestKeys;
  /** Starts an execution; resolves when it listens. */
  start(options?: StartOptions): Promise<RigProcess>;
  /** Journals an approval of a limit order that rests, decided so many seconds ago; returns its clOrdId. */
  approve(changes?: Parameters<typeof anOrder>[0], secondsAgo?: number): Promise<string>;
  /** Journals anything, as somebody. */
  journal(event: Event, machine: string): Promise<void>;
  /** The simulator's time. */
  nowUs(): Us;
  /** Whether the gate is heard, every half second. */
  beating(on: boolean): void;
  entries(): readonly Entry[];
  /** Messages from clients so far, oldest first. */
  sent(name?: string): readonly WireMessage[];
  /** clOrdIds of what was placed, oldest first. */
  placed(): readonly string[];
  openAtBroker(): Promise<readonly { readonly orderRef: string }[]>;
  /** What a path of the simulator's control port answers. */
  sim<T>(path: string): Promise<T>;
  /** Where the simulator listens for clients, for one of the test's own. */
  readonly twsPort: number;
  /** Lets something go wrong, or right, at the simulator. */
  fault(fault: Readonly<Record<string, unknown>>): Promise<void>;
  /** Ends every execution that still runs. */
  endExecutions(): Promise<void>;
  stop(): Promise<void>;
};

export type StartOptions = {
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Largest file that it may write, in blocks of a kilobyte. */
  readonly maxFileKilobytes?: number;
};

/** A monotonic clock that was set to the wall's time as this process started. */
export const nowMs = (): number => performance.timeOrigin + performance.now();

/** Approved in turn: IB takes no more than twenty working orders a side of each. */
const SYMBOLS = [
  "AAPL",
  "AMD",
  "AMZN",
  "BAC",
  "C",
  "COP",
  "CVX",
  "GS",
  "JPM",
  "KO",
  "META",
  "MSFT",
  "NVDA",
  "PEP",
  "WMT",
  "XOM",
];
const GROUPS = `groups:\n  tech: [${SYMBOLS.join(", ")}]\n`;
const BEAT_MS = 500;

/** `accountId`: of the simulator and its executions; one that is not DU… is real money to them. */
export async function startExecutionRig({ accountId = "DU1234567" } = {}): Promise<ExecutionRig> {
  const home = mkdtempSync(join(tmpdir(), "bowline-rig-"));
  const nats = await startNatsServer();
  const bus = await connectBus({ url: nats.url, name: "rig" });
  await setUpJournal(bus, { ticks: false });
  const groups = join(home, "groups.yaml");
  writeFileSync(groups, GROUPS);
  const keys = makeTestKeys(join(home, "keys"));
  const wireLog = join(home, "wire.jsonl");
  const switches = join(home, "switches.yaml");
  writeFileSync(switches, "realTimeBarsPerTenMinutes: 0\n");
  const common = { BOWLINE_NATS_URL: nats.url, BOWLINE_SIMULATED: "1", BOWLINE_GROUPS: groups };
  const processes: RigProcess[] = [];
  const sim = await spawnRigProcess("services/tws-sim/src/main.ts", join(home, "sim"), {
    env: {
      ...common,
      BOWLINE_TWS_PORT: "0",
      BOWLINE_ACCOUNT: accountId,
      BOWLINE_SPEED: "1",
      BOWLINE_SIM_WIRE_LOG: wireLog,
      BOWLINE_SIM_SWITCHES: switches,
    },
  });
  const url = (path: string): string => `http://127.0.0.1:${sim.httpPort}${path}`;
  const askSim = async <T>(path: string): Promise<T> => (await (await fetch(url(path))).json()) as T;
  const read: Entry[] = [];
  const reader = await readFrom(bus, {
    fromSeq: 1,
    onEntry: (raw) => {
      const decoded = decodeEvent(raw.subject, raw.bytes);
      if (decoded.ok) read.push({ seq: raw.seq, subject: raw.subject, ...decoded.value });
    },
    onGap: () => undefined,
  });
  let written = 0;
  const offsetUs = (await askSim<{ nowUs: number }>("/sim")).nowUs - Math.round(performance.now() * 1000);
  const nowUs = (): number => Math.round(performance.now() * 1000) + offsetUs;
  const journal = async (event: Event, machine: string, secondsAgo = 0): Promise<void> => {
    written += 1;
    const atUs = us(nowUs() - secondsAgo * 1_000_000);
    const { header, subject } = anEntry(event, {
      machine,
      causeSeq: written,
      id: `RIG${String(written).padStart(23, "0")}`,
      eventUs: atUs,
      seenUs: atUs,
    });
    const bytes = encodeEvent(header, event);
    const signature = keys.sign(event.kind, subject, bytes);
    const message = { subject, bytes, msgId: header.id };
    await publishAcked(bus, signature === undefined ? message : { ...message, signature });
  };
  let beat: NodeJS.Timeout | undefined;
  const beating = (on: boolean): void => {
    clearInterval(beat);
    const say = (): void =>
      void journal({ kind: "control.heartbeat", source: "risk-gate", clockUs: us(nowUs()) }, "risk-gate").catch(
        () => undefined,
      );
    if (on) beat = setInterval(say, BEAT_MS);
  };
  beating(true);
  let approved = 0;
  const endExecutions = async (): Promise<void> => {
    for (const process of processes.splice(0)) {
      process.signal("SIGKILL");
      await process.ended;
    }
  };
  const wire = readWireLog(wireLog);
  const sent = (name?: string): readonly WireMessage[] =>
    wire().filter((one) => name === undefined || one.name === name);
  return {
    nats,
    bus,
    home,
    keys,
    async start(options = {}) {
      const dataDir = options.dataDir ?? mkdtempSync(join(home, "execution-"));
      const started = await spawnRigProcess("services/execution/src/main.ts", dataDir, {
        ...options,
        env: {
          ...common,
          ...keys.env("execution"),
          BOWLINE_TWS: `127.0.0.1:${sim.twsPort}`,
          BOWLINE_ACCOUNT: accountId,
          ...options.env,
        },
      });
      processes.push(started.process);
      return started.process;
    },
    async approve(changes = {}, secondsAgo = 0) {
      approved += 1;
      const clOrdId = `RIG${String(approved).padStart(17, "0")}`;
      const order = anOrder({
        clOrdId,
        symbol: SYMBOLS[approved % SYMBOLS.length] ?? "AAPL",
        orderQty: 1_000_000 as Order["orderQty"],
        lmtPx: dollars("20"),
        triggerKey: `rig:${approved}`,
        expiresUs: us(nowUs() + 10_000_000),
        ...changes,
      });
      await journal({ kind: "order.approved", order, refPx: dollars("100") }, "risk-gate", secondsAgo);
      return order.clOrdId;
    },
    journal,
    nowUs: () => us(nowUs()),
    beating,
    entries: () => read,
    sent,
    placed: () => sent("placeOrder").map(({ orderRef }) => orderRef ?? ""),
    openAtBroker: async () => (await askSim<{ open: readonly { orderRef: string }[] }>("/sim/orders")).open,
    sim: askSim,
    twsPort: sim.twsPort,
    async fault(fault) {
      const body = JSON.stringify(fault);
      const headers = { "content-type": "application/json" };
      const response = await fetch(url("/sim/faults"), { method: "POST", headers, body });
      if (!response.ok) throw new Error(`${body}: ${response.status} ${await response.text()}`);
    },
    endExecutions,
    async stop() {
      beating(false);
      await endExecutions();
      sim.process.signal("SIGKILL");
      await sim.process.ended;
      await reader.stop();
      await bus.close();
      await nats.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

type Spawned = { readonly process: RigProcess; readonly httpPort: number; readonly twsPort: number };

const LISTENING_WITHIN_MS = 20_000;

async function spawnRigProcess(script: string, dataDir: string, options: StartOptions): Promise<Spawned> {
  mkdirSync(dataDir, { recursive: true });
  const { maxFileKilobytes } = options;
  const [program, args]: [string, string[]] =
    maxFileKilobytes === undefined
      ? [process.execPath, [join(ROOT, script)]]
      : ["bash", ["-c", `ulimit -f ${maxFileKilobytes}; exec "$0" "$1"`, process.execPath, join(ROOT, script)]];
  const child = spawn(program, args, {
    env: { ...INHERITED_ENV, BOWLINE_HTTP_PORT: "0", BOWLINE_DATA_DIR: dataDir, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", errors: "" };
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => void (said.errors += chunk));
  const ended = once(child, "exit").then(([code, signal]) => (code as number | null) ?? (signal as string));
  const ports = await listening(child, said, ended);
  const readyz = `http://127.0.0.1:${ports.httpPort}/readyz`;
  return {
    ...ports,
    process: {
      pid: child.pid ?? 0,
      dataDir,
      stderr: () => said.errors,
      ended,
      signal: (name) => void child.kill(name),
      metric: async (name) => {
        const text = await (await fetch(`http://127.0.0.1:${ports.httpPort}/metrics`)).text();
        return text.split("\n").filter((line) => line.startsWith(`${name}{`));
      },
      notReady: async () => {
        try {
          const answer = await fetch(readyz, { signal: AbortSignal.timeout(1000) });
          return ((await answer.json()) as { notReady: readonly string[] }).notReady;
        } catch {
          return undefined;
        }
      },
    },
  };
}

async function listening(
  child: ChildProcess,
  said: { out: string; errors: string },
  ended: Promise<number | string>,
): Promise<{ httpPort: number; twsPort: number }> {
  const found = Promise.withResolvers<{ httpPort: number; twsPort: number }>();
  const ports = { httpPort: 0, twsPort: 0 };
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    said.out += chunk;
    ports.httpPort ||= Number(/"httpPort":(\d+)[^\n]*"listening"/.exec(said.out)?.[1] ?? 0);
    ports.twsPort ||= Number(/"twsPort":(\d+)/.exec(said.out)?.[1] ?? 0);
    if (ports.httpPort > 0) found.resolve({ ...ports });
  });
  const timer = setTimeout(
    () => found.reject(new Error(`not listening\n${said.out}${said.errors}`)),
    LISTENING_WITHIN_MS,
  );
  void ended.then((how) => found.reject(new Error(`ended with ${how}\n${said.out}${said.errors}`)));
  return found.promise.finally(() => clearTimeout(timer));
}

/** Polls until something is there. */
export async function until<T>(
  what: () => T | undefined | Promise<T | undefined>,
  withinMs: number,
  name: string,
): Promise<T> {
  const deadlineMs = performance.now() + withinMs;
  for (;;) {
    const found = await what();
    if (found !== undefined) return found;
    if (performance.now() > deadlineMs) throw new Error(`${name}: not within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Waits for an execution to be ready; gives what it was not ready for before. */
export const untilReady = (execution: RigProcess, withinMs = 15_000): Promise<true> =>
  until(async () => ((await execution.notReady())?.length === 0 ? (true as const) : undefined), withinMs, "ready");

/** The entries of a kind that a rig has seen. */
export const eventsOf = <K extends EventKind>(rig: ExecutionRig, kind: K): readonly Extract<Event, { kind: K }>[] =>
  rig.entries().flatMap(({ event }) => (event.kind === kind ? [event as Extract<Event, { kind: K }>] : []));
