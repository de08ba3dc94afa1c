import { appendFileSync, writeFileSync } from "node:fs";
import { decodeClientMessage, decodeServerMessage, type WireFrame } from "@bowline/tws-wire";

/** Most of what passes: not logged unless it is asked for. */
const MARKET_DATA: ReadonlySet<string> = new Set([
  "tickPrice",
  "tickSize",
  "tickGeneric",
  "tickString",
  "tickByTick",
  "realtimeBar",
  "historicalData",
  "historicalDataUpdate",
  "historicalTicks",
  "historicalTicksBidAsk",
  "historicalTicksLast",
]);

export type WireLogOptions = {
  readonly file: string;
  readonly withData: boolean;
};

/**
 * One JSON line per message of every connection: wall and monotonic milliseconds, direction (in = from the client), connection and
 * client, the message's name and its content, named as tws-wire declares it: prices, sizes and amounts in micros. What cannot be read
 * stands there as its bare `fields`, with what is wrong. Written at once, so that a kill loses none.
 */
export function makeWireLog({ file, withData }: WireLogOptions): (frame: WireFrame) => void {
  writeFileSync(file, "", { flag: "a" });
  return (frame) => {
    if (!withData && MARKET_DATA.has(frame.name)) return;
    const { monotonicMs, direction, connectionId, clientId, name } = frame;
    const wallMs = performance.timeOrigin + performance.now();
    const line = { wallMs, monotonicMs, direction, connectionId, clientId, name, ...contentOf(frame) };
    appendFileSync(file, `${JSON.stringify(line)}\n`);
  };
}

function contentOf({ direction, name, serverVersion, fields }: WireFrame): object {
  if (serverVersion === undefined || name === "handshake") return { fields };
  if (direction === "out") {
    const read = decodeServerMessage(serverVersion, fields);
    return read.ok ? { message: read.value.content } : { fields, error: read.error };
  }
  const read = decodeClientMessage(serverVersion, fields);
  if (!read.ok) return { fields, error: read.error };
  const { type, ...message } = read.value;
  return type === "unknown" ? { fields } : { message };
}
