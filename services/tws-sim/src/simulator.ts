import type { Us } from "@bowline/kernel";
import { err, type Money, ok, type Result, sha256Hex } from "@bowline/kernel";
import { makeBroker } from "@bowline/matching";
import type { WireNotice, WireServer } from "@bowline/tws-wire";
import { type ConnectionFaults, makeConnectionFaults } from "./faults/connection-faults.ts";
import type { Desk } from "./desk.ts";
import { type Exchange, makeExchange } from "./exchange/exchange.ts";
import { makeVolatileLog, openExchangeLog } from "./exchange/exchange-log.ts";
import { type Faults, makeFaults } from "./faults/faults.ts";
import { makeInstruments } from "./instruments/instruments.ts";
import { type MarketWish, openMarket } from "./exchange/open-market.ts";
import { startTwsServer } from "./clients/tws-server.ts";
import { makeWireLog } from "./clients/wire-log.ts";
import { makeSimWorld, type SimWorld } from "./time/world.ts";

export type SimulatorOptions = {
  readonly market: MarketWish;
  readonly host: string;
  readonly port: number;
  readonly accountId: string;
  readonly cash: Money;
  /** Where its state survives it; none is kept where it is absent. */
  readonly directory?: string | undefined;
  readonly wireLogFile?: string | undefined;
  /** Hides the nth execution of the run. */
  readonly dropExecution?: number | undefined;
  onNotice(notice: WireNotice): void;
  onClients?(): void;
};

/** A TWS on a port, standing still: whoever has it moves its time, by `world.beginStep()`. */
export type Simulator = {
  readonly world: SimWorld;
  readonly exchange: Exchange;
  readonly faults: Faults;
  readonly connections: ConnectionFaults;
  readonly server: WireServer;
  /** Takes time from elsewhere than from the steps. */
  useClock(nowUs: () => Us): void;
};

/** Opens the market, restores what an earlier life left, and listens. An error is one line that says what to do. */
export async function openSimulator(options: SimulatorOptions): Promise<Result<Simulator, string>> {
  const market = openMarket(options.market);
  if (!market.ok) return market;
  const { accountId, cash } = options;
  const fingerprint = sha256Hex(
    JSON.stringify([{ ...options.market, sessions: 0 }, market.value.symbols, accountId, cash]),
  );
  const log =
    options.directory === undefined
      ? ok(makeVolatileLog(fingerprint))
      : openExchangeLog(options.directory, fingerprint);
  if (!log.ok) return log;
  const broker = makeBroker({ symbols: market.value.symbols, accountId, cash });
  const exchange = makeExchange(market.value, broker, log.value);
  const faults = makeFaults(broker.executions, options.dropExecution);
  let clock = exchange.timeline.stepUs;
  const desk: Desk = {
    exchange,
    faults,
    accountId,
    instruments: makeInstruments(market.value.symbols),
    clients: new Map(),
    nowUs: () => clock(),
  };
  const connections = makeConnectionFaults(desk.clients);
  const server = await startTwsServer({
    host: options.host,
    port: options.port,
    desk,
    connections,
    onNotice: options.onNotice,
    onFrame: options.wireLogFile === undefined ? undefined : makeWireLog(options.wireLogFile),
    onClients: options.onClients ?? (() => undefined),
  });
  if (!server.ok) return err(listenErrorText(server.error));
  return ok({
    world: makeSimWorld(desk),
    exchange,
    faults,
    connections,
    server: server.value,
    useClock: (nowUs) => void (clock = nowUs),
  });
}

const listenErrorText = ({ host, port, code }: { host: string; port: number; code: string }): string =>
  code === "EADDRINUSE"
    ? `port ${port} on ${host} is in use (a TWS, or another simulator?): give another port`
    : `cannot listen on ${host}:${port}: ${code}`;
