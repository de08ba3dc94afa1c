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
