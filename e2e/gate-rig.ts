import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bus, connectBus, publishAcked, readFrom } from "@bowline/bus";
import { type BrokerPosition, decodeEvent, encodeEvent, type Entry, type Event, type Order } from "@bowline/contracts";
import { addSeconds, micros, money, shares, type Us, us, US_PER_DAY, US_PER_SECOND } from "@bowline/kernel";
import { BREAKERS, renderLimits } from "@bowline/risk";
import { setUpJournal } from "@bowline/service-kit/journal-setup";
import {
  aBar,
  aClock,
  anEntry,
  anOrder,
  aQuote,
  aSignal,
  dollars,
  makeTestKeys,
  type NatsServer,
  type SpawnedService,
  spawnService,
  startNatsServer,
} from "@bowline/testkit";
import { ROOT } from "./demo-process.ts";
import { until } from "./execution-rig.ts";

/** Groups, each with a strategy machine that asks for orders over a connection of its own. */
export const WORKERS = 8;
const SYMBOLS_OF_EACH = 3;
const ACCOUNT = "DU1234567";
const EQUITY = "1000000";
/** What one order of the rig comes to at worst: ten shares at its limit. */
const ORDER_SHARES = 10;
export const ORDER_DOLLARS = 1000;

/** A real gate process on real NATS. The test stands in the place of everybody else, and time stands still until it passes some. */
export type GateRig = {
  readonly nats: NatsServer;
  readonly bus: Bus;
  /** Starts the gate; resolves when it holds its lease. */
  start(env?: Readonly<Record<string, string>>): Promise<SpawnedService>;
  nowUs(): Us;
  /** Seconds of simulated time, after which all data are fresh again; the market has been closed by then where it is said so. */
  pass(seconds: number, market?: "open" | "closed"): Promise<void>;
  /** From now on the broker says that the account holds that. */
  hold(position: BrokerPosition): void;
  /** One more quote of every symbol. */
  quote(): Promise<void>;
  /** A worker journals an intent of its next symbol; returns the clOrdId. */
  intend(worker: number, changes?: Parameters<typeof anOrder>[0]): Promise<string>;
  /** Journals anything, as somebody. */
  journal(event: Event, machine: string): Promise<Entry>;
  /** An entry that is there already once more, under another id of the server's: as a restarted writer does. */
  repeat(entry: Entry): Promise<void>;
  entries(): readonly Entry[];
  /** Kinds of what was decided of an intent, oldest first. */
  outcomesOf(clOrdId: string): readonly string[];
  codesOf(clOrdId: string): readonly string[];
  /** Whether its approval was taken back. */
  lapsed(clOrdId: string): boolean;
  /** Resolves when the gate has decided on all of them. */
  decided(clOrdIds: readonly string[], withinMs?: number): Promise<void>;
  stop(): Promise<void>;
};

export const symbolsOf = (worker: number): readonly string[] =>
  Array.from({ length: SYMBOLS_OF_EACH }, (_, index) => `S${worker}${String.fromCodePoint(65 + index)}`);
export const groupOf = (worker: number): string => `g${worker}`;
const workers = Array.from({ length: WORKERS }, (_, worker) => worker);
export const SYMBOLS = workers.flatMap(symbolsOf);

/** `own`: limits as they stand in YAML. What looks back in time, and every breaker, is waived: here it stands still, or jumps. */
export async function startGateRig(own: Readonly<Record<string, string>>): Promise<GateRig> {
  const home = mkdtempSync(join(tmpdir(), "bowline-gate-"));
  writeFileSync(join(home, "limits.yaml"), limitsWith(own));
  const groups = workers.map((worker) => `  ${groupOf(worker)}: [${symbolsOf(worker).join(", ")}]\n`);
  writeFileSync(join(home, "groups.yaml"), `groups:\n${groups.join("")}`);
  const keys = makeTestKeys(join(home, "keys"));
  const nats = await startNatsServer();
  const buses = await Promise.all(workers.map((worker) => connectBus({ url: nats.url, name: `worker ${worker}` })));
  const [bus] = buses;
  if (bus === undefined) throw new Error("no worker");
  await setUpJournal(bus, { ticks: false });
  const read = makeReading();
  const reader = await readFrom(bus, { fromSeq: 1, onEntry: read.add, onGap: () => undefined });
  const write = makeWriter();
  let nowUs = tomorrowMorning();
  const positions: BrokerPosition[] = [];
  const journal = (event: Event, machine: string, over = bus): Promise<Entry> => write(over, event, machine, nowUs);
  const refresh = async (market: "open" | "closed" = "open"): Promise<void> => {
    for (const event of fresh(nowUs, positions)) await journal(event, "execution");
    for (const source of ["market-data", "portfolio"])
      await journal({ kind: "control.heartbeat", source, clockUs: nowUs }, source);
    const hours =
      market === "open"
        ? { closeUs: addSeconds(nowUs, 7200) }
        : { closeUs: addSeconds(nowUs, -60), phase: "POST" as const };
    await journal(aClock({ nowUs, openUs: addSeconds(nowUs, -7200), ...hours }), "clock");
  };
  for (const worker of workers) await journal(leaseOf(`strategy.${groupOf(worker)}`), "loop");
  for (const event of standing()) await journal(event, "execution");
  await refresh();
  const gates: SpawnedService[] = [];
  let intents = 0;
  return {
    nats,
    bus,
    async start(env = {}) {
      const before = read.entries.length;
      const gate = await spawnService(join(ROOT, "services/risk-gate/src/main.ts"), {
        BOWLINE_NATS_URL: nats.url,
        BOWLINE_GROUPS: join(home, "groups.yaml"),
        BOWLINE_LIMITS: join(home, "limits.yaml"),
        BOWLINE_ACCOUNT: ACCOUNT,
        ...keys.env("risk-gate"),
        ...env,
      });
      gates.push(gate);
      const isLease = ({ event }: Entry): boolean =>
        event.kind === "control.lease" && event.machineName === "risk-gate";
      await until(() => read.entries.slice(before).find(isLease), 20_000, "the gate's lease");
      return gate;
    },
    nowUs: () => nowUs,
    async pass(seconds, market) {
      nowUs = addSeconds(nowUs, seconds);
      await refresh(market);
    },
    hold: (position) => void positions.push(position),
    quote: async () => void (await Promise.all(about.map((of) => journal(quoteOf(of, nowUs), "execution")))),
    async intend(worker, changes = {}) {
      intents += 1;
      const symbols = symbolsOf(worker);
      const order: Order = anOrder({
        clOrdId: `GATE${String(intents).padStart(16, "0")}`,
        group: groupOf(worker),
        symbol: symbols[intents % symbols.length] ?? "",
        orderQty: shares(ORDER_SHARES),
        expiresUs: addSeconds(nowUs, 30),
        ...changes,
      });
      await journal({ kind: "order.intent", order }, `strategy.${groupOf(worker)}`, buses[worker]);
      return order.clOrdId;
    },
    journal,
    repeat: async ({ subject, header, event }) =>
      void (await publishAcked(bus, {
        subject,
        bytes: encodeEvent(header, event),
        msgId: `${header.id}.${Math.random()}`,
      })),
    entries: () => read.entries,
    outcomesOf: read.outcomesOf,
    codesOf: read.codesOf,
    lapsed: read.lapsed,
    decided: read.decided,
    async stop() {
      await Promise.all(gates.map((gate) => gate.kill()));
      await reader.stop();
      await Promise.all(buses.map((each) => each.close()));
      await nats.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function limitsWith(own: Readonly<Record<string, string>>): string {
  const waived = [
    ...BREAKERS.flatMap(({ limits }) => Object.keys(limits)).filter((name) => name.startsWith("breaker")),
    "duplicateOrderWindowMs",
    "maxFiveMinuteMove",
    "maxOpenNotional",
    "maxOrdersPerMinute",
    "maxOrdersPerSecond",
    "maxRefusalsPerMinute",
    "maxStrategyOrdersPerMinute",
    "maxSymbolOrdersPerMinute",
  ];
  const values = new Map([
    ...waived.map((name) => [name, '{ waived: "not what is shown here" }'] as const),
    ...Object.entries(own),
  ]);
  const suggested = renderLimits({ equity: money(micros(EQUITY)), profile: "normal" });
  return suggested.replaceAll(/^ {2}(\w+): \S.*? #/gm, (line, name: string) =>
    values.has(name) ? `  ${name}: ${values.get(name)} #` : line,
  );
}

/** Entries as they come, and what became of each intent. */
function makeReading() {
  const entries: Entry[] = [];
  const outcomes = new Map<string, { readonly kind: string; readonly codes: readonly string[] }[]>();
  const lapsed = new Set<string>();
  const outcomesOf = (clOrdId: string): readonly string[] => (outcomes.get(clOrdId) ?? []).map(({ kind }) => kind);
  const note = (clOrdId: string, kind: string, codes: readonly string[]): void =>
    void outcomes.set(clOrdId, [...(outcomes.get(clOrdId) ?? []), { kind, codes }]);
  return {
    entries,
    add(raw: { readonly seq: number; readonly subject: string; readonly bytes: Uint8Array }): void {
      const decoded = decodeEvent(raw.subject, raw.bytes);
      if (!decoded.ok) return;
      const { event } = decoded.value;
      entries.push({ seq: raw.seq, subject: raw.subject, ...decoded.value });
      if (event.kind === "order.approved") note(event.order.clOrdId, event.kind, []);
      if (event.kind === "order.lapsed") lapsed.add(event.clOrdId);
      if (event.kind === "order.denied")
        note(
          event.clOrdId,
          event.kind,
          event.reasons.map(({ code }) => code),
        );
    },
    outcomesOf,
    lapsed: (clOrdId: string): boolean => lapsed.has(clOrdId),
    codesOf: (clOrdId: string): readonly string[] => (outcomes.get(clOrdId) ?? []).flatMap(({ codes }) => codes),
    decided: async (clOrdIds: readonly string[], withinMs = 20_000): Promise<void> =>
      void (await until(
        () => (clOrdIds.every((clOrdId) => outcomes.has(clOrdId)) ? true : undefined),
        withinMs,
        `decisions on ${clOrdIds.length} intents`,
      )),
  };
}

/** Each machine's causes only rise: what does not is taken for a repeat. */
function makeWriter() {
  const serials = new Map<string, number>();
  return async (bus: Bus, event: Event, machine: string, nowUs: Us): Promise<Entry> => {
    const causeSeq = (serials.get(machine) ?? 0) + 1;
    serials.set(machine, causeSeq);
    const id = `${machine}-${causeSeq}`;
    const entry = anEntry(event, { machine, causeSeq, id, eventUs: nowUs, seenUs: nowUs, build: "dev" });
    const bytes = encodeEvent(entry.header, event);
    const written = await publishAcked(bus, { subject: entry.subject, bytes, msgId: id });
    if (!written.ok) throw new Error(`${event.kind}: ${written.error.message}`);
    return { ...entry, seq: written.value.seq };
  };
}

/** Ten or eleven in New York, ahead of the wall: what the gate's process dates by it does not move its time. */
function tomorrowMorning(): Us {
  const wallUs = (performance.timeOrigin + performance.now()) * 1000;
  return us(Math.ceil(wallUs / US_PER_DAY) * US_PER_DAY + 15 * 3600 * US_PER_SECOND);
}

const leaseOf = (machineName: string): Event => ({
  kind: "control.lease",
  machineName,
  holder: "rig",
  leaseEpoch: 1,
});

const about = workers.flatMap((worker) => symbolsOf(worker).map((symbol) => ({ group: groupOf(worker), symbol })));

/** What holds for the whole session. */
const standing = (): readonly Event[] => [
  { kind: "broker.session", state: "READY", reason: "", serverVersion: 193 },
  ...about.flatMap((of): readonly Event[] => [
    {
      kind: "md.instrument",
      ...of,
      conId: 1,
      minTick: dollars("0.01"),
      currency: "USD",
      primaryExchange: "NYSE",
      longName: "",
    },
    { kind: "md.availability", ...of, state: "AVAILABLE", reason: "" },
  ]),
];

/** Asked at the limit of the rig's orders: that is what one comes to. */
const quoteOf = (of: (typeof about)[number], quoteUs: Us): Event =>
  aQuote({ ...of, quoteUs, bidPx: dollars("99.98"), askPx: dollars("100") });

/** What must be young for an order to be approved. */
const fresh = (nowUs: Us, positions: readonly BrokerPosition[]): readonly Event[] => [
  {
    kind: "broker.account",
    accountId: ACCOUNT,
    cash: money(micros(EQUITY)),
    equity: money(micros(EQUITY)),
    positions: [...positions],
  },
  ...about.flatMap((of) => [
    aSignal({ ...of, producedUs: nowUs, validUntilUs: addSeconds(nowUs, 300) }),
    aBar({ ...of, timeframe: "1m", closeUs: nowUs }),
    quoteOf(of, nowUs),
  ]),
];
