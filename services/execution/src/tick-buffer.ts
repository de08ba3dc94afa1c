import type { EdgePort, RawTick, TickSink } from "@bowline/service-kit";

/** Ticks on their way out: together, stamped when they leave. */
export type TickBuffer = {
  /** In real time they leave at the end of this turn of the event loop, in lock-step with `flush`. */
  add(tick: Omit<RawTick, "eventUs">, port: EdgePort): void;
  flush(port: EdgePort): Promise<void>;
};

export function makeTickBuffer(sink: TickSink, onFailure: (failure: unknown) => void): TickBuffer {
  let held: Omit<RawTick, "eventUs">[] = [];
  const flush = async (port: EdgePort): Promise<void> => {
    if (held.length === 0) return;
    const eventUs = port.nowUs();
    const leaving = held.map((tick) => ({ ...tick, eventUs }));
    held = [];
    await sink.push(leaving);
  };
  return {
    add(tick, port) {
      held.push(tick);
      if (held.length === 1 && !port.lockstep) setImmediate(() => void flush(port).catch(onFailure));
    },
    flush,
  };
}
