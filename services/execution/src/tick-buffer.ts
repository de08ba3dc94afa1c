import type { Us } from "@bowline/kernel";
import type { EdgePort, RawTick, TickSink } from "@bowline/service-kit";

/** A tick, with the time of what it tells where the broker told that. */
type Held = Omit<RawTick, "eventUs"> & { readonly atUs?: Us };

/** Ticks on their way out: together, stamped when they leave, but for trades, which have a time of their own. */
export type TickBuffer = {
  /** In real time they leave at the end of this turn of the event loop, in lock-step with `flush`. */
  add(tick: Held, port: EdgePort): void;
  flush(port: EdgePort): Promise<void>;
};

export function makeTickBuffer(sink: TickSink, onFailure: (failure: unknown) => void): TickBuffer {
  let held: Held[] = [];
  const flush = async (port: EdgePort): Promise<void> => {
    if (held.length === 0) return;
    const eventUs = port.nowUs();
    const leaving = held.map(({ atUs, ...tick }) => ({ ...tick, eventUs: atUs ?? eventUs }));
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
