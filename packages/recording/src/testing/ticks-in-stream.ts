import { type Bus, applyStreams, publishAcked } from "@bowline/bus";
import { type TickBatch, tickBatchCodec } from "@bowline/contracts";
import type { Us } from "@bowline/kernel";
import { at, dollars } from "@bowline/testkit";

export const applyTickStream = (bus: Bus): Promise<void> => applyStreams(bus, { ticks: true });

let serial = 0;

/** Puts a batch of ticks into the stream, as execution does. */
export async function tell(bus: Bus, symbol: string, ticks: TickBatch["ticks"]): Promise<void> {
  serial += 1;
  const bytes = tickBatchCodec.encode({ symbol, ticks });
  const told = await publishAcked(bus, { subject: `tick.${symbol}`, bytes, msgId: `test.${process.pid}.${serial}` });
  if (!told.ok) throw new Error(told.error.message);
}

/** A bid that nobody else tells: its price names it. */
export const aBid = (number: number, eventUs: Us = at(number)): TickBatch["ticks"][number] => ({
  field: "BID",
  value: dollars("100") + number,
  eventUs,
});
