import { type Bus, deadLetterCount } from "@bowline/bus";
import { err, isoOfUs, ok, type Result, us } from "@bowline/kernel";
import type { BrokerOrderFact, ExecutionFact, Fault, Mark, PositionFact, Stage } from "@bowline/rehearsal";
import { makeDataFlow } from "./data-flow.ts";
import { makeHoldings } from "./holdings.ts";
import { followJournal } from "./journal-follower.ts";

export type StageOptions = {
  readonly bus: Bus;
  /** Symbols that may be traded. */
  readonly symbols: readonly string[];
  /** `http://127.0.0.1:PORT` of a service; it may change when the service is started again. */
  address(service: "tws-sim" | "prediction-ingest"): string;
  /** What prediction-ingest's push route asks for. */
  readonly pushToken: string;
};

export type SystemStage = Stage & {
  /** Symbols that hold a position now. */
  held(): readonly string[];
  /** Symbols whose data does not flow. */
  silent(): readonly string[];
  close(): Promise<void>;
};

const PREDICTION_LIFE_US = 600_000_000;

/** A running system with its simulator, as a stage. */
export async function openStage(options: StageOptions): Promise<SystemStage> {
  const { bus, symbols, address } = options;
  const holdings = makeHoldings(symbols);
  const flow = makeDataFlow(symbols);
  const journal = await followJournal(bus, (entry) => {
    holdings.apply(entry);
    flow.apply(entry);
  });
  const sim = makeSimulatorClient(() => address("tws-sim"));
  const predict = makePredictor(options, sim, holdings.directionOf);
  return {
    entries: journal.entries,
    decisions: journal.decisions,
    changed: journal.changed,
    inject: sim.inject,
    predict,
    freeSymbol: holdings.nextFree,
    held: holdings.held,
    silent: flow.silent,
    mark: async () => {
      const [orders, executions] = [await sim.orders(), await sim.executions()];
      const permId = Math.max(0, ...orders.map((order) => order.permId));
      return {
        entries: journal.entries().length,
        permId,
        executions: executions.length,
        deadLetters: await deadLetterCount(bus),
      };
    },
    facts: async (since: Mark) => ({
      orders: (await sim.orders()).filter(({ permId }) => permId > since.permId),
      executions: (await sim.executions()).slice(since.executions),
      positions: await sim.positions(),
      // Read last: what the broker executed before had its time to come in.
      entries: journal.entries().slice(since.entries),
      deadLetters: (await deadLetterCount(bus)) - since.deadLetters,
    }),
    close: journal.stop,
  };
}

type SimulatorClient = {
  orders(): Promise<readonly BrokerOrderFact[]>;
  executions(): Promise<readonly ExecutionFact[]>;
  positions(): Promise<readonly PositionFact[]>;
  nowUs(): Promise<number>;
  inject(fault: Fault): Promise<Result<string, string>>;
};

/** The simulator's control routes. */
function makeSimulatorClient(address: () => string): SimulatorClient {
  const ask = async <T>(path: string): Promise<T> => (await (await fetch(`${address()}${path}`)).json()) as T;
  return {
    orders: async () => {
      type Orders = { open: readonly BrokerOrderFact[]; completed: readonly BrokerOrderFact[] };
      const { open, completed } = await ask<Orders>("/sim/orders");
      return [...completed, ...open];
    },
    executions: async () => (await ask<{ executions: readonly ExecutionFact[] }>("/sim/executions")).executions,
    positions: async () => (await ask<{ positions: readonly PositionFact[] }>("/sim/account")).positions,
    nowUs: async () => (await ask<{ nowUs: number }>("/sim")).nowUs,
    inject: async (fault) => {
      const response = await fetch(`${address()}/sim/faults`, jsonPost(fault));
      const { done, error } = (await response.json()) as { done?: string; error?: string };
      return response.ok ? ok(done ?? "") : err(error ?? `the simulator answered ${response.status}`);
    },
  };
}

const jsonPost = (body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});

type Direction = "LONG" | "SHORT";

/** Pushes predictions into prediction-ingest, stamped with simulated time. */
function makePredictor(
  { address, pushToken }: StageOptions,
  sim: SimulatorClient,
  directionOf: (symbol: string) => Direction | undefined,
): Stage["predict"] {
  let pushed = 0;
  const run = crypto.randomUUID().slice(0, 8);
  return async (symbol, wish) => {
    pushed += 1;
    const held = directionOf(symbol);
    if (wish === "LEAVE" && held === undefined) return err(`${symbol} is not held`);
    const isLong = wish === "LEAVE" ? held === "SHORT" : pushed % 2 === 0;
    const nowUs = await sim.nowUs();
    const id = `rehearsal-${run}-${pushed}`;
    const prediction = {
      id,
      revision: 0,
      symbol,
      model: "rehearsal",
      direction: isLong ? "LONG" : "SHORT",
      confidence: 0.9,
      horizonSeconds: 600,
      producedAt: isoOfUs(us(nowUs)),
      validUntil: isoOfUs(us(nowUs + PREDICTION_LIFE_US)),
    };
    try {
      const authorization = { authorization: `Bearer ${pushToken}` };
      const response = await fetch(
        `${address("prediction-ingest")}/v1/predictions`,
        jsonPost(prediction, authorization),
      );
      const body = await response.text();
      return response.ok && body.includes('"accepted"')
        ? ok(`prediction:${id}:0`)
        : err(`prediction-ingest answered ${response.status}: ${body}`);
    } catch (failure) {
      return err(`prediction-ingest does not answer: ${String(failure)}`);
    }
  };
}
