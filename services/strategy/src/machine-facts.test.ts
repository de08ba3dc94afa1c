import { type Entry, type Event, type EventKind, type Machine, type Order } from "@bowline/contracts";
import { type Prng, makePrng } from "@bowline/kernel";
import { makeMachineHost } from "@bowline/service-kit/machine-host";
import { aBar, aClock, aQuote, aSignal, anEntry, at, dollars } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import { makeStrategyMachine } from "./machine.ts";
import { ACCOUNT, aPastBar, anAccount, aWarmUp, compiled, says } from "./testing/scenario.ts";

/** Whole streams of entries through the machine: what is taken away or grows old never adds an order. */
const STREAMS = 1000;
const STEPS = 40;

const CONDITIONS = [
  "market.spread_bps <= 4 || prediction.confidence > 0.7",
  "!(market.spread_bps > 3)",
  'prediction.direction == "LONG"',
  "!(prediction.confidence > 0.7)",
  "market.last > 99.95 ? market.volume > 300 : !(market.high > 100.1)",
  "account.equity > 50000",
  "!(account.equity > 100000)",
  "account.day_pnl >= 0 || market.atr > 0.1",
  'risk.state != "HALTED"',
  "session.minutes_since_open < 30",
  "!(session.minutes_since_open > 5)",
  "market.atr > 0.05",
  "!(ind.fast > ind.slow)",
  "group.rank <= 1",
  "market.day_change < 0.01 && portfolio.open_positions < 2",
];
const ENTER = `{ enter: { direction: LONG, order: market, bracket: { stopPercent: 1, targetR: 2 }, size: { quantity: { shares: 10, maxNotional: 50000 } } } }`;

/** Rules without memory: what one did before is no fact that can be taken away. */
function aFile(prng: Prng): string {
  const pick = <T>(items: readonly T[]): T => items[prng.uint32() % items.length]!;
  const rules = Array.from({ length: 4 }, (_, index) => {
    const when = [pick(CONDITIONS), ...(prng.uint32() % 2 === 0 ? [pick(CONDITIONS)] : [])].map((text) => `'${text}'`);
    const on = pick(["prediction", "bar", "clock"]);
    return `  - { id: r${index}, priority: ${prng.uint32() % 3}, on: ${on}, when: [${when.join(", ")}], do: ${ENTER} }`;
  });
  return `strategy: demo\ndescription: For tests.\ngroups: [tech]\nindicators:\n  fast: { sma: { period: 2 } }\n  slow: { sma: { period: 5 } }\nrules:\n${rules.join("\n")}\n`;
}

/** What a fact comes from, and after how long in silence it is not known any more. */
const SOURCES: Readonly<Record<string, { readonly is: (event: Event) => boolean; readonly staleUs: number }>> = {
  quote: { is: (event) => event.kind === "md.quote" && event.symbol === "AAPL", staleUs: 10_000_000 },
  "quote of another": { is: (event) => event.kind === "md.quote" && event.symbol === "MSFT", staleUs: 10_000_000 },
  bars: { is: of("md.bar", "md.history"), staleUs: 150_000_000 },
  account: { is: of("account"), staleUs: 180_000_000 },
  prediction: { is: of("signal.accepted"), staleUs: 60_000_000 },
  clock: { is: of("control.clock"), staleUs: 60_000_000 },
  "trading state": { is: of("risk.trading-state"), staleUs: Number.POSITIVE_INFINITY },
};

function of(...kinds: readonly EventKind[]): (event: Event) => boolean {
  return ({ kind }) => kinds.includes(kind);
}

const WRITERS: Readonly<Record<string, string>> = {
  "md.quote": "feed",
  "control.clock": "clock",
  account: "portfolio",
};

/** A stream: some minutes of a session in which everything comes, each in its own time. */
function aStream(prng: Prng): readonly Entry[] {
  const entries: Entry[] = [];
  const price = (): number => 9_990 + (prng.uint32() % 20);
  let now = 5;
  let minute = 0;
  const add = (event: Event): void => {
    const seq = entries.length + 1;
    const machine = WRITERS[event.kind] ?? "market-data";
    entries.push(anEntry(event, { seq, causeSeq: seq, machine, seenUs: at(now), eventUs: at(now) }));
  };
  add(aWarmUp());
  add({ ...aWarmUp(), symbol: "MSFT" });
  add({ kind: "risk.trading-state", scope: "global", state: "ACTIVE", reason: "" });
  for (let step = 0; step < STEPS; step++) {
    now += 1 + (prng.uint32() % 12);
    const bid = price();
    for (const symbol of ["AAPL", "MSFT"])
      if (prng.uint32() % 3 > 0)
        add(
          aQuote({
            symbol,
            bidPx: cents(bid),
            askPx: cents(bid + 1 + (prng.uint32() % 8)),
            lastPx: cents(price()),
            quoteUs: at(now),
          }),
        );
    add(aClock({ nowUs: at(now) }));
    if (Math.floor(now / 60) > minute) {
      minute = Math.floor(now / 60);
      add(aBar({ ...aPastBar(minute), closePx: cents(price()), timeframe: "1m", status: "TRADED" }));
      add(anAccount(String(40_000 + (prng.uint32() % 90_000))));
    }
    if (prng.uint32() % 4 === 0) add(aPrediction(prng, entries.length, now));
    if (prng.uint32() % 20 === 0)
      add({
        kind: "risk.trading-state",
        scope: "global",
        state: prng.uint32() % 2 === 0 ? "ACTIVE" : "HALTED",
        reason: "",
      });
  }
  return entries;
}

const cents = (count: number) => dollars((count / 100).toFixed(2));
const aPrediction = (prng: Prng, number: number, now: number): Event =>
  aSignal({
    predictionId: `p${number}`,
    direction: prng.uint32() % 2 === 0 ? "LONG" : "SHORT",
    confidence: 500_000 + (prng.uint32() % 400_000),
    validUntilUs: at(now + 60),
  });

const machineOf = (text: string): Machine =>
  makeStrategyMachine({ group: "tech", symbols: ["AAPL", "MSFT"], strategy: compiled(text), accountId: ACCOUNT });

/** The entries of the stream at which orders were wanted; each is denied at once, so that none stands in the way of the next. */
function wanted(machine: Machine, entries: readonly Entry[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const entry of entries) {
    const intents: Order[] = [];
    machine.apply(entry, (event) => void (event.kind === "order.intent" && intents.push(event.order)));
    for (const order of intents) {
      found.add(`${order.symbol} at entry ${entry.seq}`);
      const { seenUs } = entry.header;
      machine.apply(anEntry(says.denied(order), { seq: entry.seq, machine: "risk-gate", seenUs }), () => undefined);
    }
  }
  return found;
}

const files = Array.from({ length: 25 }, (_, index) => aFile(makePrng(`file ${index}`)));

describe(`in ${STREAMS} streams of entries`, () => {
  const streams = Array.from({ length: STREAMS }, (_, index) => {
    const prng = makePrng(`stream ${index}`);
    const text = files[index % files.length]!;
    const entries = aStream(prng);
    return { prng, text, entries, orders: wanted(machineOf(text), entries) };
  });
  const names = Object.keys(SOURCES);

  test("orders are wanted", () => {
    const orders = streams.reduce((sum, stream) => sum + stream.orders.size, 0);
    expect(orders).toBeGreaterThan(STREAMS);
  });

  test("to take any one fact away adds no order", () => {
    let lost = 0;
    streams.forEach(({ text, entries, orders }, index) => {
      const name = names[index % names.length]!;
      const left = wanted(
        machineOf(text),
        entries.filter(({ event }) => !SOURCES[name]!.is(event)),
      );
      expect(
        [...left].filter((order) => !orders.has(order)),
        `stream ${index} without ${name}`,
      ).toEqual([]);
      lost += orders.size - left.size;
    });
    expect(lost).toBeGreaterThan(STREAMS / 4);
  });

  test("to let any one fact grow old adds no order from then on", () => {
    let lost = 0;
    streams.forEach(({ prng, text, entries, orders }, index) => {
      const name = names[index % names.length]!;
      const { is, staleUs } = SOURCES[name]!;
      const from = Math.floor(entries.length * prng.unit() * 0.7);
      const silent = entries.filter(({ event }, place) => place < from || !is(event));
      const last = entries.findLast(({ event }, place) => place < from && is(event));
      const knownUntilUs = (last?.header.seenUs ?? 0) + staleUs;
      const old = new Set(entries.flatMap(({ seq, header }) => (header.seenUs > knownUntilUs ? [seq] : [])));
      const isOld = (order: string): boolean => old.has(Number(order.split(" ").at(-1)));
      const left = [...wanted(machineOf(text), silent)].filter(isOld);
      expect(
        left.filter((order) => !orders.has(order)),
        `stream ${index} with an old ${name}`,
      ).toEqual([]);
      lost += [...orders].filter(isOld).length - left.length;
    });
    expect(lost).toBeGreaterThan(STREAMS / 20);
  });

  test("to deliver any entry once more adds nothing", () => {
    for (const { prng, text, entries } of streams.slice(0, 100)) {
      const again = entries.flatMap((entry) =>
        prng.uint32() % 3 > 0 ? [entry] : [entry, entries[prng.uint32() % entry.seq]!],
      );
      const outputs = [entries, again].map((stream) => {
        const host = makeMachineHost(machineOf(text), { build: "b", configVersion: "c" });
        stream.forEach((entry, place) => host.apply({ ...entry, seq: place + 1 }));
        return [host.outbox.items().map(({ event }) => event), host.machine.snapshot()];
      });
      expect(outputs[1]).toEqual(outputs[0]);
    }
  });
});
