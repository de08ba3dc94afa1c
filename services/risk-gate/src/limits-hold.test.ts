import { type Entry, type Event, type Reason, SCHEMA_VERSION, type Side, subjectOf } from "@bowline/contracts";
import { px, qty, shares } from "@bowline/kernel";
import { aFill, anOrder, aQuote, at, figure } from "@bowline/testkit";
import fc from "fast-check";
import { expect, it } from "vitest";
import { FLOORS } from "../../../tools/test-run/floors.ts";
import { makeRiskGate, type RiskGate } from "./machine.ts";
import { groups, NOW, ready, submitted } from "./test-gate.ts";
import {
  betaExposureOf,
  clusterOf,
  dailyBars,
  endsOf,
  equityOf,
  grossOf,
  heldOf,
  netOf,
  openOf,
  type Plain,
  type PlainOrder,
  plainStart,
  SECTORS,
  SYMBOLS,
  valueAtRiskOf,
} from "./test-plain-account.ts";
import { limitsOf, MARGIN_RATE, MOST, type Portfolio, portfolioOf, SHOCK, TIGHTS } from "./test-plain-limits.ts";

const RUNS = FLOORS.gateSequences;
const STRATEGIES = ["momentum", "fade"] as const;

type Step =
  | {
      readonly kind: "intent";
      readonly symbol: number;
      readonly strategy: number;
      readonly side: Side;
      readonly quantity: number;
      readonly isExit: boolean;
    }
  | { readonly kind: "fill"; readonly which: number; readonly part: number }
  | { readonly kind: "cancel" | "reject" | "unknown" | "resolve" | "lose"; readonly which: number }
  | { readonly kind: "price"; readonly symbol: number; readonly price: number };

const which = fc.nat({ max: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("intent" as const),
      symbol: fc.nat({ max: 2 }),
      strategy: fc.nat({ max: 1 }),
      side: fc.constantFrom<Side>("BUY", "SELL", "SELL_SHORT"),
      quantity: fc.integer({ min: 1, max: 210 }),
      isExit: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("fill" as const), which, part: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        "cancel" as const,
        "reject" as const,
        "unknown" as const,
        "resolve" as const,
        "lose" as const,
      ),
      which,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("price" as const),
      symbol: fc.nat({ max: 2 }),
      price: fc.integer({ min: 60, max: 140 }),
    }),
  },
);

const ordered = (side: Side, quantity: number): Step => ({
  kind: "intent",
  symbol: 0,
  strategy: 0,
  side,
  quantity,
  isExit: false,
});
const FILLED: Step = { kind: "fill", which: 0, part: 1 };
const RISEN: Step = { kind: "price", symbol: 0, price: 138 };
/** Chance seldom finds these: a price takes one end of a symbol beyond its value, and an order of the other side comes. */
const REVERSALS: readonly (readonly Step[])[] = [
  [ordered("BUY", 150), ordered("BUY", 104), RISEN, ordered("SELL_SHORT", 10)],
  [ordered("BUY", 150), FILLED, ordered("BUY", 104), FILLED, RISEN, ordered("SELL", 200), ordered("SELL", 55)],
];

/** What one sequence runs on, and what it has seen. */
type Run = {
  readonly gate: RiskGate;
  readonly plain: Plain;
  readonly most: Portfolio;
  readonly seen: { approved: number; denied: number; fills: number };
  /** Reasons that alone denied an order. */
  readonly alone: Map<string, number>;
};

const apply = (gate: RiskGate, event: Event, machine = "execution"): readonly Event[] => {
  const emitted: Event[] = [];
  const header = {
    id: "entry",
    causeId: "",
    causeSeq: 1,
    ordinal: 0,
    correlationId: "entry",
    machine,
    epoch: 1,
    build: "test",
    configVersion: "test",
    eventUs: at(NOW),
    seenUs: at(NOW),
    schemaVersion: SCHEMA_VERSION,
  };
  const entry: Entry = { seq: 1, subject: subjectOf(event), header, event };
  gate.apply(entry, (output) => emitted.push(output));
  return emitted;
};

const about = ({ id, symbol }: PlainOrder) => ({ clOrdId: id, group: groups.groupOf(symbol) ?? "", symbol });
const quoteOf = (symbol: string, price: number): Event =>
  aQuote({ symbol, quoteUs: at(NOW), bidPx: px(price * 1e6 - 10_000), askPx: px(price * 1e6 + 10_000) });

/** A gate for which all is well. */
function readyGate(most: Portfolio): RiskGate {
  const gate = makeRiskGate({ limits: limitsOf(most), groups, accountId: "DU1234567" });
  for (const event of ready) apply(gate, event as Event);
  for (const event of dailyBars()) apply(gate, event);
  for (const symbol of SYMBOLS) {
    const group = groups.groupOf(symbol) ?? "";
    for (const event of ready.map((one) => one as Event)) {
      if (event.kind === "md.availability" || event.kind === "md.bar") apply(gate, { ...event, symbol, group });
      if (event.kind === "md.instrument") apply(gate, { ...event, symbol, group, sector: SECTORS[symbol] });
    }
    apply(gate, quoteOf(symbol, 100));
    apply(gate, { kind: "control.lease", machineName: `strategy.${group}`, holder: "p1", leaseEpoch: 1 });
  }
  return gate;
}

function take(run: Run, now: Step, number: number): void {
  const { gate, plain } = run;
  if (now.kind === "intent") return want(run, now, number);
  if (now.kind === "price") {
    const symbol = SYMBOLS[now.symbol] ?? "AAPL";
    plain.prices.set(symbol, now.price);
    return void apply(gate, quoteOf(symbol, now.price));
  }
  const order = plain.open[now.which % Math.max(1, plain.open.length)];
  if (order === undefined) return;
  if (now.kind === "fill") return fill(run, order, Math.max(1, Math.floor(order.leaves / now.part)));
  if (now.kind === "unknown" || now.kind === "resolve") {
    if (order.isUnknown === (now.kind === "unknown")) return;
    order.isUnknown = now.kind === "unknown";
    const event: Event = order.isUnknown
      ? { kind: "order.unknown", ...about(order), reason: "" }
      : { kind: "order.resolved", ...about(order), orderId: "1", evidence: "" };
    return void apply(gate, event);
  }
  if (now.kind === "lose" && !order.isUnknown) return;
  plain.open = plain.open.filter((other) => other !== order);
  apply(gate, endOf(order, now.kind));
}

function endOf(order: PlainOrder, kind: "cancel" | "reject" | "lose"): Event {
  if (kind === "lose") return { kind: "order.lost", ...about(order), evidence: "" };
  if (kind === "reject") return { kind: "order.rejected", ...about(order), code: 201, reason: "" };
  return { kind: "order.canceled", ...about(order), cumQty: qty(order.cum * 1e6), reason: "" };
}

function want(run: Run, now: Step & { kind: "intent" }, number: number): void {
  const { gate, plain, seen } = run;
  const symbol = SYMBOLS[now.symbol] ?? "AAPL";
  const strategy = STRATEGIES[now.strategy] ?? "momentum";
  const group = groups.groupOf(symbol) ?? "";
  const price = plain.prices.get(symbol) ?? 100;
  // Priced apart, so that orders of both sides rest beside one another.
  const order = anOrder({
    clOrdId: `ORDER${number}`,
    symbol,
    group,
    strategy,
    side: now.side,
    orderQty: shares(now.quantity),
    lmtPx: px((now.side === "BUY" ? price - 1 : price + 1) * 1e6),
    purpose: now.isExit ? "EXIT" : "ENTRY",
    triggerKey: "clock:1",
    expiresUs: at(NOW + 30),
  });
  const [answer] = apply(gate, { kind: "order.intent", order }, `strategy.${group}`);
  if (answer?.kind === "order.denied") return denied(run, answer.reasons);
  if (answer?.kind !== "order.approved") throw new Error(`an intent was answered by ${answer?.kind}`);
  seen.approved += 1;
  const placed = {
    id: order.clOrdId,
    symbol,
    strategy,
    side: now.side,
    leaves: now.quantity,
    cum: 0,
    isUnknown: false,
  };
  plain.open.push(placed);
  holdsValue(run, placed);
  apply(
    gate,
    submitted({ ...about(placed), strategy, side: order.side, orderQty: order.orderQty, lmtPx: order.lmtPx }),
  );
}

function denied({ seen, alone }: Run, reasons: readonly Reason[]): void {
  seen.denied += 1;
  const [only, another] = reasons;
  if (only !== undefined && another === undefined) alone.set(only.code, (alone.get(only.code) ?? 0) + 1);
}

function fill({ gate, plain, seen }: Run, order: PlainOrder, quantity: number): void {
  const { symbol, strategy, side } = order;
  const price = plain.prices.get(symbol) ?? 100;
  const signed = side === "BUY" ? quantity : -quantity;
  order.leaves -= quantity;
  order.cum += quantity;
  seen.fills += 1;
  plain.cash -= signed * price;
  const held = plain.held.get(symbol);
  held?.set(strategy, (held.get(strategy) ?? 0) + signed);
  if (order.leaves === 0) plain.open = plain.open.filter((other) => other !== order);
  const filled = { lastQty: shares(quantity), cumQty: shares(order.cum), leavesQty: shares(order.leaves) };
  apply(gate, aFill({ ...about(order), strategy, side, lastPx: px(price * 1e6), transactUs: at(NOW), ...filled }));
}

/** Called too often for a matcher. */
function atMost(what: string, value: number, most: number): void {
  if (value > most) throw new Error(`${what}: ${value} is more than ${most}`);
}

/** Shares and counts hold at every instant: no price moves them. */
function holdsShares({ plain }: Run): void {
  for (const symbol of SYMBOLS) {
    for (const end of endsOf(plain, symbol)) atMost("shares", Math.abs(end), MOST.shares);
    for (const isBuy of [true, false])
      atMost(
        "orders of a side",
        plain.open.filter((o) => o.symbol === symbol && (o.side === "BUY") === isBuy).length,
        MOST.onSide,
      );
  }
  atMost("orders", plain.open.length, MOST.open);
}

/** Dollars hold whenever an order is approved: a price may take them beyond, an order may not, but for one that only reduces. */
function holdsValue({ plain, most }: Run, { symbol, strategy, side }: PlainOrder): void {
  const held = heldOf(plain, symbol);
  const isBuy = side === "BUY";
  if (held !== 0 && held < 0 === isBuy && openOf(plain, symbol, isBuy) <= Math.abs(held)) return;
  const cent = 0.01;
  const equity = equityOf(plain);
  const within = (what: keyof Portfolio, value: number): void => atMost(what, value, equity * most[what] + cent);
  const [gross, net] = [grossOf(plain), netOf(plain)];
  within("gross", gross);
  within("net", net);
  within(
    "group",
    grossOf(plain, (other) => groups.groupOf(other) === groups.groupOf(symbol)),
  );
  within(
    "sector",
    grossOf(plain, (other) => SECTORS[other] === SECTORS[symbol]),
  );
  within(
    "strategy",
    grossOf(plain, () => true, { strategy }),
  );
  within(
    "concentration",
    grossOf(plain, (other) => other === symbol),
  );
  within("cluster", clusterOf(plain, symbol));
  within("beta", betaExposureOf(plain));
  within("valueAtRisk", valueAtRiskOf(plain));
  within("stress", Math.max((net * SHOCK) / 2, (gross * SHOCK) / 4));
  atMost("margin", gross * MARGIN_RATE, equity * (1 - most.free) + cent);
  const value = (plain.prices.get(symbol) ?? 100) * Math.max(...endsOf(plain, symbol).map(Math.abs));
  atMost("value of a symbol", value, MOST.symbolValue + cent);
}

it(
  "exceeds no limit at any instant, for any sequence of orders, fills, cancels, unknowns and prices",
  { timeout: 120_000 },
  () => {
    const total = { sequences: 0, approved: 0, denied: 0, fills: 0 };
    const alone = new Map<string, number>();
    const gates = TIGHTS.map((tight) => {
      const most = portfolioOf(tight);
      const gate = readyGate(most);
      return { most, gate, fresh: gate.snapshot() };
    });
    fc.assert(
      fc.property(fc.constantFrom(...gates), fc.array(step, { minLength: 4, maxLength: 16 }), (one, steps) => {
        const { gate, most, fresh } = one;
        gate.restore(fresh);
        const seen = { approved: 0, denied: 0, fills: 0 };
        const run: Run = { gate, plain: plainStart(), most, seen, alone };
        steps.forEach((now, number) => {
          take(run, now, number);
          holdsShares(run);
        });
        total.sequences += 1;
        for (const key of ["approved", "denied", "fills"] as const) total[key] += seen[key];
      }),
      {
        numRuns: RUNS,
        examples: gates.flatMap((one) => REVERSALS.map((steps) => [one, [...steps]] satisfies [typeof one, Step[]])),
      },
    );
    for (const [name, count] of Object.entries(total)) figure(name, count, "in all");
    expect(total.approved).toBeGreaterThan(RUNS);
    expect(total.denied).toBeGreaterThan(RUNS);
    expect(total.fills).toBeGreaterThan(RUNS);
    // A limit that never stood in the way by itself was not asked.
    const asked = [...TIGHTS.filter((tight) => tight !== "ALL"), "POSITION_LIMIT", "OPEN_ORDERS_LIMIT"];
    expect(asked.filter((code) => (alone.get(code) ?? 0) < 10)).toEqual([]);
  },
);
