import { type TickBatch, subjectToken, tickBatchCodec } from "@bowline/contracts";
import { type Bus, TICKS, publishAcked, publishCore, readFrom, subscribeCore } from "@bowline/bus";
import type { RawTick, TickRange, TickSink, TickSource } from "./ticks.ts";

function batchesOf(ticks: readonly RawTick[]): TickBatch[] {
  const bySymbol = new Map<string, RawTick[]>();
  for (const tick of ticks) {
    const list = bySymbol.get(tick.symbol);
    if (list === undefined) bySymbol.set(tick.symbol, [tick]);
    else list.push(tick);
  }
  return [...bySymbol].map(([symbol, list]) => ({
    symbol,
    ticks: list.map(({ field, value, eventUs }) => ({ field, value, eventUs })),
  }));
}

const ticksOf = (bytes: Uint8Array): readonly RawTick[] => {
  const batch = tickBatchCodec.decode(bytes);
  return batch.ok ? batch.value.ticks.map((tick) => ({ symbol: batch.value.symbol, ...tick })) : [];
};

const tickSubject = (symbol: string): string => `tick.${subjectToken(symbol)}`;

/** Real time: core NATS, lossy on purpose. */
const makeCoreTickSink = (bus: Bus): TickSink => ({
  push: async (ticks) => {
    for (const batch of batchesOf(ticks)) publishCore(bus, tickSubject(batch.symbol), tickBatchCodec.encode(batch));
  },
});

function makeCoreTickSource(bus: Bus): TickSource {
  let held: RawTick[] = [];
  let onArrival = (): void => undefined;
  subscribeCore(bus, "tick.*", (bytes) => {
    held.push(...ticksOf(bytes));
    onArrival();
  });
  return {
    drain: async () => {
      const drained = held;
      held = [];
      return drained;
    },
    onArrival: (callback) => void (onArrival = callback),
  };
}

export type StreamTickSink = TickSink & { /** Newest sequence that it wrote. */ lastSeq(): number };

/** Lock-step: a stream that loses nothing. */
function makeStreamTickSink(bus: Bus): StreamTickSink {
  let last = 0;
  let serial = 0;
  const run = `${process.pid}.${performance.timeOrigin}`;
  return {
    lastSeq: () => last,
    push: async (ticks) => {
      const results = await Promise.all(
        batchesOf(ticks).map((batch) => publishUntilAcked(bus, batch, `${run}.${++serial}`)),
      );
      last = Math.max(last, ...results);
    },
  };
}

async function publishUntilAcked(bus: Bus, batch: TickBatch, msgId: string): Promise<number> {
  for (;;) {
    const result = await publishAcked(bus, {
      subject: tickSubject(batch.symbol),
      bytes: tickBatchCodec.encode(batch),
      msgId,
    });
    if (result.ok) return result.value.seq;
  }
}

export type StreamTickSource = TickSource & { setRange(range: TickRange): void };

/** Lock-step: exactly the ticks of the current turn, however often it is asked. */
async function makeStreamTickSource(bus: Bus): Promise<StreamTickSource> {
  let range: TickRange = { fromSeq: 0, throughSeq: 0 };
  let held: { seq: number; ticks: readonly RawTick[] }[] = [];
  let position = 0;
  let arrived = (): void => undefined;
  let started = false;
  const start = async (fromSeq: number): Promise<void> => {
    started = true;
    await readFrom(bus, {
      stream: TICKS,
      fromSeq: fromSeq + 1,
      onEntry: (raw) => {
        position = raw.seq;
        held.push({ seq: raw.seq, ticks: ticksOf(raw.bytes) });
        arrived();
      },
      onGap: (expected, got) => {
        throw new Error(`${TICKS}: expected sequence ${expected}, got ${got}`);
      },
    });
  };
  return {
    setRange: (next) => void (range = next),
    onArrival: () => undefined,
    drain: async () => {
      if (range.throughSeq <= range.fromSeq) return [];
      if (!started) await start(range.fromSeq);
      while (position < range.throughSeq) await new Promise<void>((resolve) => void (arrived = resolve));
      held = held.filter((item) => item.seq > range.fromSeq);
      return held.filter((item) => item.seq <= range.throughSeq).flatMap((item) => item.ticks);
    },
  };
}

/** The tick transport of a process, by the way its time passes. */
export type TickTransport = {
  readonly sink: TickSink;
  source(): Promise<TickSource>;
  setRange(range: TickRange): void;
  lastSeq(): number;
};

export function makeTickTransport(bus: Bus, lockstep: boolean): TickTransport {
  if (!lockstep)
    return {
      sink: makeCoreTickSink(bus),
      source: async () => makeCoreTickSource(bus),
      setRange: () => undefined,
      lastSeq: () => 0,
    };
  const sink = makeStreamTickSink(bus);
  let source: StreamTickSource | undefined;
  return {
    sink,
    source: async () => {
      source ??= await makeStreamTickSource(bus);
      return source;
    },
    setRange: (range) => source?.setRange(range),
    lastSeq: sink.lastSeq,
  };
}
