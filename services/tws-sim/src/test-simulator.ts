import { EventEmitter, once } from "node:events";
import { createConnection } from "node:net";
import { micros, money } from "@bowline/kernel";
import { makeSyntheticMarket } from "@bowline/matching";
import { afterEach } from "vitest";
import { openSimulator, type Simulator, type SimulatorOptions } from "./simulator.ts";
import { connectClient, type TestClient } from "./test-client.ts";

const MARKET = { seed: 7, groups: { banks: ["BAC", "GS"], tech: ["MSFT"] }, sessions: 2, minutes: 30 };

/** The market that `aSimulator` plays, to hold answers against. */
export const market = makeSyntheticMarket(MARKET);
export const openUs = market.sessions()[0]!.openUs;
export const dollars = (value: number): number => value / 1e6;
export const stepOf = (step: number, symbol: string) => market.step(0, step).find((one) => one.symbol === symbol)!;

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

export async function aSimulator(wish: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const opened = await openSimulator({
    market: MARKET,
    host: "127.0.0.1",
    port: 0,
    accountId: "DU1234567",
    cash: money(micros("1000000")),
    onNotice: () => undefined,
    ...wish,
    switches: { historyYears: 1, ...wish.switches },
  });
  if (!opened.ok) throw new Error(opened.error);
  cleanUps.push(() => opened.value.server.close());
  return opened.value;
}

/** Does something when the test is over. */
export const atEnd = (cleanUp: () => unknown): void => void cleanUps.push(cleanUp);

/** A client that is told of orders and accounts; what it was greeted with is taken away. */
export async function aClient({ server }: Simulator, clientId = 1): Promise<TestClient> {
  const client = await connectClient(server.port, clientId);
  cleanUps.push(client.close);
  await client.told();
  return client;
}

/** A client that sees every kind of data. */
export async function aDataClient({ server }: Simulator, clientId = 1): Promise<TestClient> {
  const client = await connectClient(server.port, clientId, { withData: true });
  cleanUps.push(client.close);
  await client.told();
  return client;
}

export async function play({ world }: Simulator, steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) await world.beginStep();
}

/** A client that knows bytes alone, at one version of the protocol. */
export type RawClient = {
  ask(...fields: readonly string[]): void;
  /** The fields of every message since the last call, once all that was asked before is answered. */
  told(): Promise<readonly (readonly string[])[]>;
};

const frame = (body: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
};

export async function aRawClient({ server }: Simulator, version: number, clientId = 9): Promise<RawClient> {
  const socket = createConnection(server.port, "127.0.0.1");
  cleanUps.push(() => socket.destroy());
  const messages: string[][] = [];
  const arrival = new EventEmitter();
  let received = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    while (received.length >= 4 && received.length >= 4 + received.readUInt32BE(0)) {
      const end = 4 + received.readUInt32BE(0);
      messages.push(
        received
          .subarray(4, end - 1)
          .toString()
          .split("\0"),
      );
      received = received.subarray(end);
    }
    arrival.emit("data");
  });
  const ask = (...fields: readonly string[]): void => void socket.write(frame(Buffer.from(`${fields.join("\0")}\0`)));
  const told = async (): Promise<readonly (readonly string[])[]> => {
    ask("49", "1");
    while (!messages.some(([id]) => id === "49")) await once(arrival, "data");
    return messages.splice(0).filter(([id]) => id !== "49");
  };
  socket.write(Buffer.concat([Buffer.from("API\0"), frame(Buffer.from(`v${version}..${version}`))]));
  ask("71", "2", String(clientId), "");
  await told();
  return { ask, told };
}
