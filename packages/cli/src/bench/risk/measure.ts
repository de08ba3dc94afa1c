import { cpus } from "node:os";
import { makeGroups } from "@bowline/config";
import { type Entry, type Event, type Header, type Order, SCHEMA_VERSION, subjectOf } from "@bowline/contracts";
import { micros, money, px, qty, type Us, us } from "@bowline/kernel";
import { makeLimitBook, parseLimits, renderLimits } from "@bowline/risk";
import { makeRiskGate, type RiskGate } from "@bowline/risk-gate/machine";
import { median } from "../figures.ts";
import { prepareSigning } from "./signing.ts";

export type RiskFigures = {
  readonly machine: { readonly cpu: string; readonly node: string };
  readonly symbols: number;
  readonly checks: number;
  readonly rounds: number;
  /** Microseconds of CPU for one decision, and for one pass of a bare loop over the same data; medians of the rounds. */
  readonly decisionUs: number;
  readonly bareLoopUs: number;
  /** Median of the rounds' own ratios: both of a round run beside one another. */
  readonly ratio: number;
  /** Microseconds of CPU for signing an approval, which the gate does as it publishes, and for verifying it, which execution does. */
  readonly signUs: number;
  readonly verifyUs: number;
};

export type RiskLoad = { readonly symbols: number; readonly rounds: number; readonly turns: number };
const FULL_LOAD: RiskLoad = { symbols: 100, rounds: 15, turns: 4000 };

/** Of a round: enough for a clock that counts milliseconds. */
const SIGNATURES = 200;

const ACCOUNT = "DU1234567";
/** 2024-03-04 10:00 in New York, half an hour into the session. */
const NOW: Us = us(1_709_564_400_000_000);
const HALF_HOUR_US = 1_800_000_000;
const DAYS = 61;
const DAY_US = 86_400_000_000;

/** CPU time of this thread in microseconds: what others do on the machine is not in it. */
function cpuUs(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

const headerOf = (machine: string): Header => ({
  id: "entry",
  causeId: "",
  causeSeq: 1,
  ordinal: 0,
  correlationId: "entry",
  machine,
  epoch: 1,
  build: "bench",
  configVersion: "bench",
  eventUs: NOW,
  seenUs: NOW,
  schemaVersion: SCHEMA_VERSION,
});

/** A price of a symbol on a day or in a minute: all differ, none by chance. */
const priceAt = (symbol: number, step: number): number => Math.round((100 + symbol + Math.sin(symbol + step)) * 1e6);

function factsOf(name: string, index: number): readonly Event[] {
  const about = { group: "bench", symbol: name };
  const close = (step: number, closeUs: number, volume: number) => ({
    closeUs: us(closeUs),
    closePx: px(priceAt(index, step)),
    volume: qty(volume * 1e6),
  });
  const history = { kind: "md.history", ...about, requestId: "", failure: "" } as const;
  const middle = priceAt(index, 30);
  return [
    {
      kind: "md.instrument",
      ...about,
      conId: 1,
      minTick: px(10_000),
      currency: "USD",
      primaryExchange: "NYSE",
      longName: "",
      sector: `S${index % 8}`,
    },
    { kind: "md.availability", ...about, state: "AVAILABLE", reason: "" },
    {
      ...history,
      timeframe: "1d",
      bars: Array.from({ length: DAYS }, (_, day) => close(day, NOW - (DAYS - day) * DAY_US, 5_000_000)),
    },
    {
      ...history,
      timeframe: "1m",
      bars: Array.from({ length: 30 }, (_, minute) => close(29 + minute / 30, NOW - (30 - minute) * 60_000_000, 1000)),
    },
    {
      kind: "md.bar",
      ...about,
      timeframe: "1m",
      closeUs: NOW,
      closePx: px(middle),
      volume: qty(1e9),
      tradeCount: 1,
      status: "TRADED",
    },
    {
      kind: "md.quote",
      ...about,
      bidPx: px(middle - 10_000),
      askPx: px(middle + 10_000),
      bidQty: qty(1e9),
      askQty: qty(1e9),
      halted: false,
      quoteUs: NOW,
      shortableQty: qty(1e12),
    },
  ];
}

const filled = (name: string, index: number): Event => ({
  kind: "order.filled",
  clOrdId: `F${index}`,
  group: "bench",
  symbol: name,
  orderId: "1",
  execId: `e${index}`,
  accountId: ACCOUNT,
  strategy: "bench",
  side: index % 3 === 0 ? "SELL_SHORT" : "BUY",
  lastQty: qty(10e6),
  lastPx: px(priceAt(index, 30)),
  cumQty: qty(10e6),
  leavesQty: qty(0),
  avgPx: px(priceAt(index, 30)),
  transactUs: NOW,
});

const orderOf = (name: string, index: number): Order => ({
  clOrdId: `O${index}`,
  accountId: ACCOUNT,
  strategy: "bench",
  rule: "entry",
  group: "bench",
  symbol: name,
  side: "BUY",
  orderQty: qty(10e6),
  ordType: "LMT",
  lmtPx: px(Math.floor(priceAt(index, 30) / 10_000) * 10_000),
  timeInForce: "DAY",
  purpose: "ENTRY",
  triggerKey: "clock:1",
  expiresUs: us(NOW + 60_000_000),
});

/** Every limit set: what the suggestion waives for want of data has them here. */
function allLimits() {
  const parsed = parseLimits(renderLimits({ equity: money(micros("1000000")), profile: "normal" }), "limits.yaml");
  if (!parsed.ok) throw new Error("the suggested limits cannot be read");
  return makeLimitBook({
    everywhere: {
      ...parsed.value.everywhere,
      maxSectorExposure: 1e6,
      maxClusterExposure: 1e6,
      maxBetaExposure: { B000: 2e6 },
      maxIndexDrop: { B000: 500_000 },
      maxValueAtRisk: 500_000,
      maxAdvShare: 50_000,
      maxMinuteSigmas: 100e6,
      shortLocate: "enforced",
      settledCash: "enforced",
      maxSymbolOrdersPerMinute: 1e6,
      maxOrdersPerSecond: 1e6,
      maxOrdersPerMinute: 1e6,
      maxStrategyOrdersPerMinute: 1e6,
    },
  });
}

/** A gate that knows a hundred symbols with a position and an open order each, and what its data are, as bare arrays. */
function prepare(symbols: number) {
  const names = Array.from({ length: symbols }, (_, index) => `B${String(index).padStart(3, "0")}`);
  const gate = makeRiskGate({ limits: allLimits(), groups: makeGroups([["bench", names]]), accountId: ACCOUNT });
  const take = (event: Event, machine = "execution"): void => {
    const entry: Entry = { seq: 1, subject: subjectOf(event), header: headerOf(machine), event };
    gate.apply(entry, () => undefined);
  };
  for (const machineName of ["risk-gate", "strategy.bench"])
    take({ kind: "control.lease", machineName, holder: "bench", leaseEpoch: 1 });
  take({ kind: "broker.session", state: "READY", reason: "", serverVersion: 193 });
  for (const source of ["market-data", "portfolio"]) take({ kind: "control.heartbeat", source, clockUs: NOW });
  take({ kind: "broker.account", accountId: ACCOUNT, cash: money(1e12), equity: money(1e12), positions: [] });
  names.forEach((name, index) => factsOf(name, index).forEach((event) => take(event)));
  const [openUs, closeUs] = [us(NOW - HALF_HOUR_US), us(NOW + 12 * HALF_HOUR_US)];
  take({ kind: "control.clock", nowUs: NOW, sessionDate: "2024-03-04", phase: "REGULAR", openUs, closeUs });
  names.forEach((name, index) => take(filled(name, index)));
  names.forEach((name, index) => take({ kind: "order.intent", order: orderOf(name, index) }, "strategy.bench"));
  const asked = names.map((name, index) => ({ ...orderOf(name, index), clOrdId: `A${index}`, orderQty: qty(11e6) }));
  return { gate, asked };
}

/** What any gate must do at the least: every position and every open order at its price, once, and sums of them. */
function bareLoop(gate: RiskGate): () => number {
  const { holdings, reservations, prices } = gate.state();
  const positions = [...holdings.quantities];
  const open = [...reservations.values()];
  const days = [...prices.days.values()].map((closes) => closes.map(({ closePx }) => Number(closePx)));
  return () => {
    let [gross, net, risk] = [0, 0, 0];
    for (const [symbol, quantity] of positions) {
      const value = (Number(quantity) / 1e6) * Number(holdings.marks.get(symbol)?.askPx ?? 0);
      gross += Math.abs(value);
      net += value;
    }
    for (const { symbol, leavesQty } of open)
      gross += (Number(leavesQty) / 1e6) * Number(holdings.marks.get(symbol)?.askPx ?? 0);
    for (const closes of days)
      for (let day = 1; day < closes.length; day++) risk += (closes[day] ?? 0) / (closes[day - 1] ?? 1);
    return gross + net + risk;
  };
}

/** Decisions and bare passes take turns, so that a busy machine slows both alike. Throws where a decision is a denial: that is no work to time. */
export function measureRisk(onPhase: (phase: string) => void, load: RiskLoad = FULL_LOAD): RiskFigures {
  const { symbols, rounds, turns } = load;
  const { gate, asked } = prepare(symbols);
  const header = headerOf("strategy.bench");
  const first = gate.ask(asked[0] as Order, header);
  const against = first.findings.filter(({ outcome }) => outcome === "DENY" || outcome === "WAIVED");
  const denied = against.filter(({ outcome }) => outcome === "DENY");
  if (denied.length > 0)
    throw new Error(`the bench's order is denied: ${denied.map(({ check }) => check.code).join(", ")}`);
  const bare = bareLoop(gate);
  onPhase(`risk: ${rounds} rounds of ${turns} decisions over ${symbols} symbols`);
  const times = {
    decision: [] as number[],
    bare: [] as number[],
    ratio: [] as number[],
    sign: [] as number[],
    verify: [] as number[],
  };
  const order = asked[0] as Order;
  const signing = prepareSigning(header, { kind: "order.approved", order, refPx: order.lmtPx ?? px(1) });
  let kept = 0;
  const timed = (work: (turn: number) => number, count = turns): number => {
    const from = cpuUs();
    for (let turn = 0; turn < count; turn++) kept += work(turn);
    return (cpuUs() - from) / count;
  };
  for (let round = 0; round <= rounds; round++) {
    const decision = timed((turn) => gate.judge(asked[turn % symbols] as Order, header));
    const loop = timed(bare);
    const sign = timed(signing.sign, SIGNATURES);
    const verify = timed(signing.verify, SIGNATURES);
    // The first round warms both up.
    if (round === 0) continue;
    times.decision.push(decision);
    times.bare.push(loop);
    times.ratio.push(decision / loop);
    times.sign.push(sign);
    times.verify.push(verify);
  }
  if (Number.isNaN(kept)) throw new Error("the bare loop added up nothing");
  return {
    machine: { cpu: cpus()[0]?.model ?? "unknown", node: process.version },
    symbols,
    checks: first.findings.length,
    rounds,
    decisionUs: median(times.decision),
    bareLoopUs: median(times.bare),
    ratio: median(times.ratio),
    signUs: median(times.sign),
    verifyUs: median(times.verify),
  };
}

export const renderRiskFigures = ({ machine, symbols, checks, rounds, ...figures }: RiskFigures): readonly string[] => [
  `${machine.cpu}, Node ${machine.node}; medians of ${rounds} interleaved rounds, ${symbols} symbols with a position and an open order each`,
  `one decision, all ${checks} checks   ${figures.decisionUs.toFixed(1)} µs of CPU`,
  `a bare loop over the same data ${figures.bareLoopUs.toFixed(1)} µs of CPU`,
  `ratio                          ${figures.ratio.toFixed(1)}, to be 8 at the most`,
  `beside it, per approval        signing ${figures.signUs.toFixed(1)} µs in the gate, verifying ${figures.verifyUs.toFixed(1)} µs in execution`,
];
