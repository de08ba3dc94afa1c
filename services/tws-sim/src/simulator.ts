import type { Us } from "@bowline/kernel";
import { err, ok, type Result } from "@bowline/kernel";
import type { Fault } from "@bowline/rehearsal/fault";
import type { WireNotice, WireServer } from "@bowline/tws-wire";
import { makeDisplayGroups } from "./answers/reference/display-groups.ts";
import type { Client } from "./clients/client.ts";
import { restartable } from "./clients/restartable-server.ts";
import { startTwsServer } from "./clients/tws-server.ts";
import { makeWireLog } from "./clients/wire-log.ts";
import { makeDataDesk } from "./data/data-desk.ts";
import type { Desk } from "./desk.ts";
import type { Exchange } from "./exchange/exchange.ts";
import { type ExchangeWish, openExchange } from "./exchange/open-exchange.ts";
import { makeFaults } from "./faults/faults.ts";
import { inject } from "./faults/inject.ts";
import { makeInstruments } from "./instruments/instruments.ts";
import type { SwitchesFile } from "./limits/switches-file.ts";
import type { Wish } from "./limits/switches.ts";
import { makePace, type Pace } from "./time/pace.ts";
import { makeSimWorld, type SimWorld } from "./time/world.ts";
import { readUserFiles, type UserFileNames } from "./user-files.ts";

export type SimulatorOptions = ExchangeWish &
  UserFileNames & {
    readonly host: string;
    readonly port: number;
    readonly wireLogFile?: string | undefined;
    /** Market data stands in the wire log too. */
    readonly wireLogData?: boolean | undefined;
    /** What limits clients and what data they get, where it is not the default; what `switchesFile` says goes before. */
    readonly switches?: Wish | undefined;
    /** Sees the orders of every client. */
    readonly masterClientId?: number | undefined;
    /** Refuses orders, as TWS does whose API is set to read only. */
    readonly isReadOnly?: boolean | undefined;
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
  /** How broker and fills differ from the defaults. */
  readonly ways: Pick<SwitchesFile, "behaviour" | "fills">;
  /** How well it keeps up, where it runs free. */
  readonly pace: Pace;
  /** Lets something go wrong. Ok: what it was; an error says why it cannot be now. */
  inject(fault: Fault): Result<string, string>;
  readonly server: Pick<WireServer, "port" | "close">;
  /** Takes time from elsewhere than from the steps. */
  useClock(nowUs: () => Us): void;
};

/** Opens the market, restores what an earlier life left, and listens. An error is one line that says what to do. */
export async function openSimulator(options: SimulatorOptions): Promise<Result<Simulator, string>> {
  const files = readUserFiles(options);
  if (!files.ok) return files;
  const { script, switches, listings } = files.value;
  const opened = openExchange(options, script, switches);
  if (!opened.ok) return opened;
  const { exchange, broker, ticksPerStep, spareMarket } = opened.value;
  const clients = new Map<number, Client>();
  const faults = makeFaults({ clients, executions: broker.executions, hideNth: options.dropExecution });
  let clock = exchange.timeline.stepUs;
  const desk: Desk = {
    exchange,
    faults,
    accountId: broker.accountId,
    data: makeDataDesk({
      exchange,
      spareMarket,
      seed: String(options.market.seed),
      borrow: script?.borrow,
      ticksPerStep,
      switches: { ...options.switches, ...switches.data },
      nowUs: () => clock(),
    }),
    instruments: makeInstruments(exchange.market.symbols, listings),
    clients,
    displayGroups: makeDisplayGroups(),
    masterClientId: options.masterClientId,
    isReadOnly: options.isReadOnly ?? false,
    nowUs: () => clock(),
  };
  const onFrame =
    options.wireLogFile === undefined
      ? undefined
      : makeWireLog({ file: options.wireLogFile, withData: options.wireLogData ?? false });
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
    ways: switches,
    pace: makePace(),
    inject: (fault) => inject({ desk, goDown: server.value.goDown }, fault),
    server: server.value,
    useClock: (nowUs) => void (clock = nowUs),
  });
}

const listenErrorText = ({ host, port, code }: { host: string; port: number; code: string }): string =>
  code === "EADDRINUSE"
    ? `port ${port} on ${host} is in use (a TWS, or another simulator?): give another port`
    : `cannot listen on ${host}:${port}: ${code}`;
