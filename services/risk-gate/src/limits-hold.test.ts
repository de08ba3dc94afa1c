import { type Entry, type Event, SCHEMA_VERSION, type Side, subjectOf } from "@bowline/contracts";
import { micros, money, px, qty, shares } from "@bowline/kernel";
import { BREAKERS, makeLimitBook, parseLimits, renderLimits } from "@bowline/risk";
import { aFill, anOrder, aQuote, at, figure } from "@bowline/testkit";
import fc from "fast-check";
import { expect, it } from "vitest";
import { FLOORS } from "../../../tools/test-run/floors.ts";
import { makeRiskGate, type RiskGate } from "./machine.ts";
import { groups, NOW, ready, submitted } from "./test-gate.ts";

const SYMBOLS = ["AAPL", "BAC", "MSFT"] as const;
const RUNS = FLOORS.gateSequences;
const EQUITY = 100_000;
const MOST = {
  shares: 300,
  symbolValue: 35_000,
  orderShares: 200,
  gross: 0.9,
  net: 0.6,
  group: 0.7,
  open: 6,
  onSide: 3,
};

const parsed = parseLimits(renderLimits({ equity: money(micros("100000")), profile: "normal" }), "limits.yaml");
if (!parsed.ok) throw new Error("the suggested limits cannot be read");
const dollars = (amount: number) => money(Math.round(amount * 1e6));
const limits = makeLimitBook({
  everywhere: {
    ...parsed.value.everywhere,
    maxPositionQty: shares(MOST.shares),
    maxPositionNotional: dollars(MOST.symbolValue),
    maxOrderQty: shares(MOST.orderShares),
    maxGrossExposure: MOST.gross * 1e6,
    maxNetExposure: MOST.net * 1e6,
    maxGroupExposure: MOST.group * 1e6,
    maxOpenOrders: MOST.open,
    maxOpenOrdersPerSide: MOST.onSide,
    // These journals stand still in time and jump in price: what looks back in either says nothing of exposure.
    duplicateOrderWindowMs: "waived",
    ...Object.fromEntries(BREAKERS.flatMap(({ limits: own }) => Object.keys(own)).map((name) => [name, "waived"])),
    maxFiveMinuteMove: "waived",
    maxQuoteJump: "waived",
    maxRepeatedExecutions: "waived",
    maxDailyLoss: "waived",
    maxSymbolLosses: "waived",
    maxStrategyLosses: "waived",
  },
});

type Step =
  | {
      readonly kind: "intent";
      readonly symbol: number;
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
      side: fc.constantFrom<Side>("BUY", "SELL", "SELL_SHORT"),
      quantity: fc.integer({ min: 1, max: 250 }),
      isExit: fc.boolean(),
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

type Open = {
  readonly id: string;
  readonly symbol: string;
  readonly side: Side;
  leaves: number;
  cum: number;
  isUnknown: boolean;
};

/** The plain account that the gate is held to: shares and dollars as they are, every open order in a list. */
type Plain = {
  readonly held: Map<string, number>;
  readonly prices: Map<string, number>;
  cash: number;
  open: Open[];
  readonly seen: { approved: number; denied: number; fills: number };
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

const about = ({ id, symbol }: Open) => ({ clOrdId: id, group: groups.groupOf(symbol) ?? "", symbol });
const quoteOf = (symbol: string, price: number): Event =>
  aQuote({ symbol, quoteUs: at(NOW), bidPx: px(price * 1e6 - 10_000), askPx: px(price * 1e6 + 10_000) });

const plainStart = (): Plain => ({
  held: new Map(),
  prices: new Map(SYMBOLS.map((symbol) => [symbol as string, 100])),
  cash: EQUITY,
  open: [],
  seen: { approved: 0, denied: 0, fills: 0 },
});

/** A gate for which all is well. */
function readyGate(): RiskGate {
  const gate = makeRiskGate({ limits, groups, accountId: "DU1234567" });
  for (const event of ready) apply(gate, event as Event);
  for (const symbol of SYMBOLS) {
    const group = groups.groupOf(symbol) ?? "";
    for (const event of ready.map((one) => one as Event))
      if (event.kind === "md.instrument" || event.kind === "md.availability" || event.kind === "md.bar")
        apply(gate, { ...event, symbol, group });
    apply(gate, quoteOf(symbol, 100));
    apply(gate, { kind: "control.lease", machineName: `strategy.${group}`, holder: "p1", leaseEpoch: 1 });
  }
  return gate;
}

function take(gate: RiskGate, plain: Plain, now: Step, number: number): void {
  if (now.kind === "intent") return want(gate, plain, now, number);
  if (now.kind === "price") {
    const symbol = SYMBOLS[now.symbol] ?? "AAPL";
    plain.prices.set(symbol, now.price);
    return void apply(gate, quoteOf(symbol, now.price));
  }
  const order = plain.open[now.which % Math.max(1, plain.open.length)];
  if (order === undefined) return;
  if (now.kind === "fill") return fill(gate, plain, order, Math.max(1, Math.floor(order.leaves / now.part)));
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

function endOf(order: Open, kind: "cancel" | "reject" | "lose"): Event {
  if (kind === "lose") return { kind: "order.lost", ...about(order), evidence: "" };
  if (kind === "reject") return { kind: "order.rejected", ...about(order), code: 201, reason: "" };
  return { kind: "order.canceled", ...about(order), cumQty: qty(order.cum * 1e6), reason: "" };
}

function want(gate: RiskGate, plain: Plain, now: Step & { kind: "intent" }, number: number): void {
  const symbol = SYMBOLS[now.symbol] ?? "AAPL";
  const group = groups.groupOf(symbol) ?? "";
  const price = plain.prices.get(symbol) ?? 100;
  // Priced apart, so that orders of both sides rest beside one another.
  const order = anOrder({
    clOrdId: `ORDER${number}`,
    symbol,
    group,
    side: now.side,
    orderQty: shares(now.quantity),
    lmtPx: px((now.side === "BUY" ? price - 1 : price + 1) * 1e6),
    purpose: now.isExit ? "EXIT" : "ENTRY",
    triggerKey: "clock:1",
    expiresUs: at(NOW + 30),
  });
  const before = worstOf(plain);
  const isApproved = apply(gate, { kind: "order.intent", order }, `strategy.${group}`)[0]?.kind === "order.approved";
  plain.seen[isApproved ? "approved" : "denied"] += 1;
  if (!isApproved) return;
  const placed = { id: order.clOrdId, symbol, side: now.side, leaves: now.quantity, cum: 0, isUnknown: false };
  plain.open.push(placed);
  holdsValue(plain, placed, before);
  apply(gate, submitted({ ...about(placed), side: order.side, orderQty: order.orderQty, lmtPx: order.lmtPx }));
}

function fill(gate: RiskGate, plain: Plain, order: Open, quantity: number): void {
  const price = plain.prices.get(order.symbol) ?? 100;
  const signed = order.side === "BUY" ? quantity : -quantity;
  order.leaves -= quantity;
  order.cum += quantity;
  plain.seen.fills += 1;
  plain.cash -= signed * price;
  plain.held.set(order.symbol, (plain.held.get(order.symbol) ?? 0) + signed);
  if (order.leaves === 0) plain.open = plain.open.filter((other) => other !== order);
  const filled = { lastQty: shares(quantity), cumQty: shares(order.cum), leavesQty: shares(order.leaves) };
  apply(gate, aFill({ ...about(order), side: order.side, lastPx: px(price * 1e6), transactUs: at(NOW), ...filled }));
}

/** Called too often for a matcher. */
function atMost(value: number, most: number): void {
  if (value > most) throw new Error(`${value} is more than ${most}`);
}

/** Both ends of each symbol, whatever of the open orders is filled. */
function endsOf(plain: Plain, symbol: string): readonly [number, number] {
  const held = plain.held.get(symbol) ?? 0;
  const open = (isBuy: boolean): number =>
    plain.open.reduce((sum, o) => sum + (o.symbol === symbol && (o.side === "BUY") === isBuy ? o.leaves : 0), 0);
  return [held - open(false), held + open(true)];
}

function worstOf(plain: Plain, isCounted: (symbol: string) => boolean = () => true) {
  let [gross, low, high] = [0, 0, 0];
  for (const symbol of SYMBOLS.filter(isCounted)) {
    const price = (plain.prices.get(symbol) ?? 100) + 0.01;
    const [least, most] = endsOf(plain, symbol);
    gross += Math.max(Math.abs(least), Math.abs(most)) * price;
    low += least * price;
    high += most * price;
  }
  return { gross, net: Math.max(Math.abs(low), Math.abs(high)) };
}

/** Shares and counts hold at every instant: no price moves them. */
function holdsShares(plain: Plain): void {
  for (const symbol of SYMBOLS) {
    for (const end of endsOf(plain, symbol)) atMost(Math.abs(end), MOST.shares);
    for (const isBuy of [true, false])
      atMost(plain.open.filter((o) => o.symbol === symbol && (o.side === "BUY") === isBuy).length, MOST.onSide);
  }
  atMost(plain.open.length, MOST.open);
}

/** Dollars hold whenever an order is approved: a price may take them beyond, an order may not, but for one that only reduces. */
function holdsValue(plain: Plain, placed: Open, before: { readonly gross: number; readonly net: number }): void {
  const after = worstOf(plain);
  const held = plain.held.get(placed.symbol) ?? 0;
  const isReducing = held !== 0 && held < 0 === (placed.side === "BUY");
  if (isReducing && after.gross <= before.gross) return;
  let equity = plain.cash;
  for (const symbol of SYMBOLS) {
    const quantity = plain.held.get(symbol) ?? 0;
    equity += quantity * ((plain.prices.get(symbol) ?? 100) + (quantity > 0 ? -0.01 : 0.01));
  }
  const cent = 0.01;
  atMost(after.gross, equity * MOST.gross + cent);
  atMost(after.net, equity * MOST.net + cent);
  const own = groups.groupOf(placed.symbol);
  atMost(worstOf(plain, (s) => groups.groupOf(s) === own).gross, equity * MOST.group + cent);
  const value = (plain.prices.get(placed.symbol) ?? 100) * Math.max(...endsOf(plain, placed.symbol).map(Math.abs));
  atMost(value, MOST.symbolValue + cent);
}

it(
  "exceeds no limit at any instant, for any sequence of orders, fills, cancels, unknowns and prices",
  { timeout: 120_000 },
  () => {
    const total = { sequences: 0, approved: 0, denied: 0, fills: 0 };
    const fresh = readyGate().snapshot();
    const gate = makeRiskGate({ limits, groups, accountId: "DU1234567" });
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 16 }), (steps) => {
        gate.restore(fresh);
        const plain = plainStart();
        steps.forEach((now, number) => {
          take(gate, plain, now, number);
          holdsShares(plain);
        });
        total.sequences += 1;
        for (const key of ["approved", "denied", "fills"] as const) total[key] += plain.seen[key];
      }),
      { numRuns: RUNS },
    );
    for (const [name, count] of Object.entries(total)) figure(name, count, "in all");
    expect(total.approved).toBeGreaterThan(RUNS);
    expect(total.denied).toBeGreaterThan(RUNS);
    expect(total.fills).toBeGreaterThan(RUNS);
  },
);
