import { type NatsServer, startNatsServer } from "@bowline/testkit";
import { afterEach, beforeEach } from "vitest";
import { type Bus, connectBus } from "../connection.ts";
import type { RawEntry } from "../journal.ts";
import { publishAcked } from "../publish.ts";
import { type StreamsOptions, applyStreams } from "../streams.ts";

export type BusUnderTest = {
  readonly nats: NatsServer;
  readonly bus: Bus;
  /** A further connection, closed after the test. */
  another(): Promise<Bus>;
};

/** For each test of a `describe` a real server with empty streams, and a connection to it. */
export function withBus(options: StreamsOptions = {}): BusUnderTest {
  let nats: NatsServer | undefined;
  let buses: Bus[] = [];
  const inTest = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error("server and connection are there only inside tests and hooks");
    return part;
  };
  const another = async (): Promise<Bus> => {
    const bus = await connectBus({ url: inTest(nats).url, name: "test" });
    buses.push(bus);
    return bus;
  };
  beforeEach(async () => {
    nats = await startNatsServer();
    await applyStreams(await another(), options);
  });
  afterEach(async () => {
    nats?.thaw();
    await Promise.all(buses.map((bus) => bus.close()));
    buses = [];
    await nats?.stop();
  });
  return {
    another,
    get nats() {
      return inTest(nats);
    },
    get bus() {
      return inTest(buses[0]);
    },
  };
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (entry: Pick<RawEntry, "bytes"> | undefined): string =>
  entry === undefined ? "nothing" : new TextDecoder().decode(entry.bytes);

/** Writes entries that say their own number, each acknowledged; an unknown outcome is repeated with the same id. */
export async function writeEntries(bus: Bus, from: number, to: number, subject = "bw.control.kill"): Promise<void> {
  for (let number = from; number <= to; number++) {
    const request = { subject, bytes: bytesOf(String(number)), msgId: `entry-${number}` };
    while (!(await publishAcked(bus, request)).ok) await new Promise((resolve) => setImmediate(resolve));
  }
}
