import {
  type ByteQueue,
  describeHandshakeError,
  makeByteQueue,
  MAX_OUTBOUND_FRAME_BYTES,
  SUPPORTED_VERSIONS,
  takeFrame,
  takeHello,
  type WireFields,
} from "@bowline/tws-wire";

export type Direction = "in" | "out";

/** What a tap reads from the bytes of one connection. */
export type TapListener = {
  onHandshake(direction: Direction, serverVersion: number | undefined, fields: WireFields): void;
  onFrame(direction: Direction, serverVersion: number | undefined, fields: WireFields): void;
  /** From here on nothing more is read in this direction. */
  onUnreadable(direction: Direction, text: string): void;
};

type Side = { readonly direction: Direction; readonly queue: ByteQueue; isLost: boolean; isGreeted: boolean };

/** Reads along: it is shown the bytes of both directions as they pass, and changes none. */
export function makeTap(listener: TapListener): (direction: Direction, chunk: Uint8Array) => void {
  let serverVersion: number | undefined;
  const side = (direction: Direction): Side => ({
    direction,
    queue: makeByteQueue(),
    isLost: false,
    isGreeted: false,
  });
  const sides = { in: side("in"), out: side("out") };

  const lose = (one: Side, text: string): undefined => {
    one.isLost = true;
    listener.onUnreadable(one.direction, text);
    return undefined;
  };
  const hello = (one: Side): WireFields | undefined => {
    const taken = takeHello(one.queue);
    if (!taken.ok) return lose(one, describeHandshakeError(taken.error));
    if (taken.value === undefined) return undefined;
    const { minVersion, maxVersion, options } = taken.value;
    return [`v${minVersion}..${maxVersion}${options === "" ? "" : ` ${options}`}`];
  };
  const frame = (one: Side): WireFields | undefined => {
    // A real TWS sends scanner parameters and contract lists longer than what this simulator accepts from clients.
    const taken = takeFrame(one.queue, MAX_OUTBOUND_FRAME_BYTES);
    if (!taken.ok) return lose(one, `${taken.error.type}: a frame of ${taken.error.lengthBytes} bytes cannot be read`);
    return taken.value;
  };
  const greet = (one: Side, fields: WireFields): void => {
    one.isGreeted = true;
    if (one.direction === "out") serverVersion = Number(fields[0]);
    listener.onHandshake(one.direction, serverVersion, fields);
    const { minVersion, maxVersion } = SUPPORTED_VERSIONS;
    if (serverVersion === undefined || (serverVersion >= minVersion && serverVersion <= maxVersion)) return;
    for (const each of Object.values(sides))
      lose(each, `server version ${fields[0]} is not among ${minVersion}..${maxVersion}: its messages are not read`);
  };
  return (direction, chunk) => {
    const one = sides[direction];
    if (one.isLost) return;
    one.queue.push(chunk);
    while (!one.isLost) {
      const fields = !one.isGreeted && direction === "in" ? hello(one) : frame(one);
      if (fields === undefined) return;
      if (one.isGreeted) listener.onFrame(direction, serverVersion, fields);
      else greet(one, fields);
    }
  };
}
