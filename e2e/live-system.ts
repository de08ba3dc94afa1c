import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connectBus, readFrom } from "@bowline/bus";
import { type Entry, type EventByKind, type EventKind, decodeEvent } from "@bowline/contracts";
import { isoOfUs, us } from "@bowline/kernel";
import { type DemoProcess, bowline, makeHome, startDemo } from "./demo-process.ts";

/** Enters on every prediction, at any time of the session: for tests that cannot wait. */
const STRATEGY = `strategy: on-demand
description: Enters on every prediction.
groups: all
rules:
  - id: enter
    on: prediction
    when:
      - prediction: { direction: [LONG, SHORT] }
      - position: { is: flat }
      - workingOrders: none
    do:
      enter:
        order: market
        expiresMs: 2000
        bracket: { stopAtr: 4, targetAtr: 6 }
        size: { riskPerTrade: { equityPercent: 0.01, confidence: { none: 0.4, full: 0.9 }, maxNotionalPercent: 5, maxNotional: 20000 } }
    cooldownMinutes: 0
`;

export type WireLine = {
  readonly wallMs: number;
  readonly direction: string;
  readonly name: string;
  /** Of a placeOrder. */
  readonly orderRef: string | undefined;
};

export function readWireLine(text: string): WireLine {
  const { message, ...line } = JSON.parse(text) as WireLine & { message?: { order?: { orderRef?: string } } };
  return { ...line, orderRef: message?.order?.orderRef };
}

/** LONG and SHORT in turns, for ten minutes, where it says nothing else. */
export type PushWish = {
  readonly direction?: "LONG" | "SHORT" | "FLAT";
  readonly horizonSeconds?: number;
  readonly confidence?: number;
};

/** A whole system, in real time where nothing else is said, on the synthetic market, with predictions that the test pushes. */
export type LiveSystem = {
  readonly demo: DemoProcess;
  /** What the services were started with. */
  readonly files: { readonly limits: string; readonly groups: string };
  push(symbol: string, wish?: PushWish): Promise<string>;
  /** Everything journaled so far. */
  entries(): readonly Entry[];
  /** Waits for an entry of a kind; throws when it does not come. */
  waitFor<K extends EventKind>(
    kind: K,
    test: (event: EventByKind<K>, entry: Entry) => boolean,
    withinMs: number,
  ): Promise<Entry>;
  /** What passed between client and simulator so far, market data apart. */
  wire(): readonly WireLine[];
  fault(name: FaultName, more?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Freezes a service, until what is returned is called. */
  freeze(service: string): () => void;
  /** How far the journal was, each time that the test pushed something, or did something to the system. */
  acts(): readonly number[];
  stop(): Promise<void>;
};

export type FaultName =
  | "book-cash"
  | "book-shares"
  | "cancel-order"
  | "clear"
  | "correct-execution"
  | "cut"
  | "distort-data"
  | "misstate-pnl"
  | "reject-orders"
  | "restart"
  | "restore-data"
  | "resume-data"
  | "silence"
  | "stop-data"
  | "swallow-orders"
  | "unsilence";

const TOKEN = "e2e-token";

/** Enough for tests that enter each symbol once: a position that is open already would not be entered again. */
const GROUPS = `bars: { WMT: ticks }
groups:
  first: [AAPL, BAC, CVX, GS, JPM, MSFT, NVDA, XOM]
  second: [AMD, AMZN, C, COP, KO, META, PEP, WMT]
`;

const AN_HOUR = ["--speed", "1", "--minutes", "60"];

/**
 * `limitValues`: other values of limits, as they stand in YAML. Breakers are silent but for those that are named here.
 * `env`: what every process is started with besides. `market`: how its time passes.
 */
export async function startLive(
  limitValues: Readonly<Record<string, string>> = {},
  strategyText = STRATEGY,
  env: Readonly<Record<string, string>> = {},
  market: readonly string[] = AN_HOUR,
): Promise<LiveSystem> {
  const home = makeHome();
  const file = (name: string, text: string): string => {
    writeFileSync(join(home, name), text);
    return join(home, name);
  };
  file("push.token", TOKEN);
  file(
    "none.csv",
    "availableUs,id,revision,symbol,model,direction,confidence,horizonSeconds,producedAt,validUntil,targetPrice,stopPrice\n",
  );
  const predictions = file("predictions.yaml", "source: { csv: none.csv }\npush: { tokenFile: push.token }\n");
  const strategy = file("strategy.yaml", strategyText);
  const written = await bowline(["limits", "new", "--equity", "1000000", "--profile", "normal", "--simulated"]);
  const wide = written.out
    .replace(/openBlackoutMinutes: \d+/, "openBlackoutMinutes: 0")
    // What is shown here is how one order fares; a breaker would end it for the others.
    .replaceAll(/^ {2}(breaker\w+): \S.*? #/gm, '  $1: { waived: "shown where breakers are" } #')
    .replaceAll(/^ {2}(\w+): \S.*? #/gm, (line, name: string) =>
      limitValues[name] === undefined ? line : `  ${name}: ${limitValues[name]} #`,
    );
  const limits = file("limits.yaml", wide);
  const groups = file("groups.yaml", GROUPS);
  const wireLog = join(home, "wire.jsonl");
  const demo = startDemo(
    [
      "--seed",
      "5",
      ...market,
      "--strategy",
      strategy,
      "--groups",
      groups,
      "--limits",
      limits,
      "--predictions",
      predictions,
    ],
    { BOWLINE_SIM_WIRE_LOG: wireLog, ...env },
  );
  await demo.reached(2);
  const bus = await connectBus({ url: demo.natsUrl(), name: "e2e" });
  const read: Entry[] = [];
  const reader = await readFrom(bus, {
    fromSeq: 1,
    onEntry: (raw) => {
      const decoded = decodeEvent(raw.subject, raw.bytes);
      if (decoded.ok) read.push({ seq: raw.seq, subject: raw.subject, ...decoded.value });
    },
    onGap: (expected, got) => {
      throw new Error(`expected entry ${expected}, got ${got}`);
    },
  });
  const entries = (): readonly Entry[] => read;
  const url = (service: string, path: string): string => `http://127.0.0.1:${demo.httpPortOf(service)}${path}`;
  let pushed = 0;
  const acts: number[] = [];
  const act = (): void => void acts.push(read.at(-1)?.seq ?? 0);
  return {
    demo,
    acts: () => acts,
    files: { limits, groups },
    entries,
    push: async (symbol, { direction, horizonSeconds = 600, confidence = 0.9 } = {}) => {
      act();
      pushed += 1;
      const id = `e2e-${pushed}`;
      const { nowUs } = (await (await fetch(url("tws-sim", "/sim"))).json()) as { nowUs: number };
      const prediction = {
        id,
        revision: 0,
        symbol,
        model: "e2e",
        direction: direction ?? (pushed % 2 === 0 ? "LONG" : "SHORT"),
        confidence,
        horizonSeconds,
        producedAt: isoOfUs(us(nowUs)),
        validUntil: isoOfUs(us(nowUs + 600_000_000)),
      };
      const response = await fetch(url("prediction-ingest", "/v1/predictions"), {
        method: "POST",
        headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
        body: JSON.stringify(prediction),
      });
      const body = await response.text();
      if (!response.ok || !body.includes('"accepted"')) throw new Error(`push of ${id}: ${response.status} ${body}`);
      return `prediction:${id}:0`;
    },
    waitFor: async (kind, test, withinMs) => {
      const deadlineMs = performance.now() + withinMs;
      for (;;) {
        const found = entries().find((entry) => entry.event.kind === kind && test(entry.event as never, entry));
        if (found !== undefined) return found;
        if (performance.now() > deadlineMs) throw new Error(`no ${kind} within ${withinMs} ms`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    wire: () => readFileSync(wireLog, "utf8").trim().split("\n").filter(Boolean).map(readWireLine),
    freeze: (service) => {
      const pid = demo.pidOf(service);
      if (pid === undefined) throw new Error(`${service} does not run`);
      act();
      process.kill(pid, "SIGSTOP");
      return () => void process.kill(pid, "SIGCONT");
    },
    fault: async (name, more = {}) => {
      act();
      const response = await fetch(url("tws-sim", "/sim/faults"), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ fault: name, ...more }),
      });
      if (!response.ok) throw new Error(`fault ${name}: ${response.status}`);
    },
    stop: async () => {
      await reader.stop();
      await bus.close();
      await demo.stop();
    },
  };
}
