import { ConfigFailure } from "@bowline/config";
import type { Us } from "@bowline/kernel";
import { assert, err, type Money, ok, type Result, sha256Hex } from "@bowline/kernel";
import { type Market, STEP_SECONDS } from "@bowline/matching";
import type { WireNotice, WireServer } from "@bowline/tws-wire";
import type { Fault } from "@bowline/rehearsal/fault";
import { makeDisplayGroups } from "./answers/display-groups.ts";
import type { Client } from "./clients/client.ts";
import { makeDataDesk } from "./data/data-desk.ts";
import type { Desk } from "./desk.ts";
import { type Exchange, makeExchange } from "./exchange/exchange.ts";
import { type ExchangeLog, makeVolatileLog, openExchangeLog } from "./exchange/exchange-log.ts";
import { TICKS_PER_SECOND } from "./exchange/step-parts.ts";
import { makeFaults } from "./faults/faults.ts";
import { inject } from "./faults/inject.ts";
import { makeInstruments } from "./instruments/instruments.ts";
import { readListings } from "./instruments/listings-file.ts";
import { openBroker, readMarketScript } from "./exchange/market-file.ts";
import { type MarketWish, openMarket } from "./exchange/open-market.ts";
import { type Wish } from "./limits/switches.ts";
import { readSwitches } from "./limits/switches-file.ts";
import { restartable } from "./clients/restartable-server.ts";
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
  /** A user's file of instruments, beside or instead of the built-in ones. */
  readonly instrumentsFile?: string | undefined;
  /** What limits clients and what data they get, where it is not the default. */
  readonly switches?: Wish | undefined;
  /** The same from a file; what it says goes before `switches`. */
  readonly switchesFile?: string | undefined;
  /** A market file: traits of the synthetic market, fees, who lends shares, accounts. */
  readonly marketFile?: string | undefined;
  /** Sees the orders of every client. */
  readonly masterClientId?: number | undefined;
  /** Refuses orders, as TWS does whose API is set to read only. */
  readonly isReadOnly?: boolean | undefined;
  /** In how many parts a second is told where it is played by parts, and in history; 2 where it is not given; 0 leaves steps whole. */
  readonly ticksPerSecond?: number | undefined;
  /** Hides the nth execution of the run. */
  readonly dropExecution?: number | undefined;
  onNotice(notice: WireNotice): void;
  onClients?(): void;
};

/** A TWS on a port, standing still: whoever has it moves its time, by `world.beginStep()`. */
export type Simulator = {
  readonly world: SimWorld;
  readonly exchange: Exchange;
  readonly desk: Desk;
  /** Lets something go wrong. Ok: what it was; an error says why it cannot be now. */
  inject(fault: Fault): Result<string, string>;
  readonly server: Pick<WireServer, "port" | "close">;
  /** Takes time from elsewhere than from the steps. */
  useClock(nowUs: () => Us): void;
};

/** Opens the market, restores what an earlier life left, and listens. An error is one line that says what to do. */
export async function openSimulator(options: SimulatorOptions): Promise<Result<Simulator, string>> {
  const script = fromFile(options.marketFile, readMarketScript);
  if (!script.ok) return script;
  const { traits, borrow } = script.value ?? {};
  const wish: MarketWish = { ...options.market, traits };
  const market = openMarket(wish);
  if (!market.ok) return market;
  const { cash } = options;
  const { symbols } = market.value;
  const { seed } = wish;
  const switches = fromFile(options.switchesFile, readSwitches);
  if (!switches.ok) return switches;
  const { data: dataSwitches, behaviour = {}, fills = {} } = switches.value ?? {};
  const broker = openBroker({
    symbols,
    accountId: options.accountId,
    cash,
    seed,
    script: script.value,
    behaviour,
    fills,
  });
  const { accountId } = broker;
  const accounts = script.value === undefined ? [] : [script.value.accounts];
  const ways = Object.keys({ ...behaviour, ...fills }).length === 0 ? [] : [{ behaviour, fills }];
  const fingerprint = sha256Hex(
    JSON.stringify([{ ...wish, sessions: 0 }, symbols, accountId, cash, ...accounts, ...ways]),
  );
  const log = openLog(options.directory, fingerprint);
  if (!log.ok) return log;
  const listings = fromFile(options.instrumentsFile, readListings);
  if (!listings.ok) return listings;
  const ticksPerStep = Math.max(1, (options.ticksPerSecond ?? TICKS_PER_SECOND) * STEP_SECONDS);
  const exchange = makeExchange(market.value, broker, log.value, { seed: String(seed), ticks: ticksPerStep });
  const clients = new Map<number, Client>();
  const faults = makeFaults({ clients, executions: broker.executions, hideNth: options.dropExecution });
  let clock = exchange.timeline.stepUs;
  const desk: Desk = {
    exchange,
    faults,
    accountId,
    data: makeDataDesk({
      exchange,
      spareMarket: () => reopen(wish),
      seed: String(seed),
      borrow,
      ticksPerStep,
      switches: { ...options.switches, ...dataSwitches },
      nowUs: () => clock(),
    }),
    instruments: makeInstruments(market.value.symbols, listings.value),
    clients,
    displayGroups: makeDisplayGroups(),
    masterClientId: options.masterClientId,
    isReadOnly: options.isReadOnly ?? false,
    nowUs: () => clock(),
  };
  const onFrame = options.wireLogFile === undefined ? undefined : makeWireLog(options.wireLogFile);
  const server = await restartable(options.port, (port) =>
    startTwsServer({
      host: options.host,
      port,
      desk,
      onNotice: options.onNotice,
      onFrame,
      onClients: options.onClients ?? (() => undefined),
    }),
  );
  if (!server.ok) return err(listenErrorText(server.error));
  return ok({
    world: makeSimWorld(desk),
    exchange,
    desk,
    inject: (fault) => inject({ desk, goDown: server.value.goDown }, fault),
    server: server.value,
    useClock: (nowUs) => void (clock = nowUs),
  });
}

const openLog = (directory: string | undefined, fingerprint: string): Result<ExchangeLog, string> =>
  directory === undefined ? ok(makeVolatileLog(fingerprint)) : openExchangeLog(directory, fingerprint);

/** The same market once more: what opened once opens again. */
function reopen(wish: MarketWish): Market {
  const again = openMarket(wish);
  assert(again.ok, "a market opens the second time as it did the first");
  return again.value;
}

/** What a file holds; where it cannot be used, its findings. */
function fromFile<T>(file: string | undefined, read: (file: string) => T): Result<T | undefined, string> {
  if (file === undefined) return ok(undefined);
  try {
    return ok(read(file));
  } catch (failure) {
    if (failure instanceof ConfigFailure) return err(failure.message);
    throw failure;
  }
}

const listenErrorText = ({ host, port, code }: { host: string; port: number; code: string }): string =>
  code === "EADDRINUSE"
    ? `port ${port} on ${host} is in use (a TWS, or another simulator?): give another port`
    : `cannot listen on ${host}:${port}: ${code}`;
