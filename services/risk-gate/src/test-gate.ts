import { makeGroups } from "@bowline/config";
import type { Event, EventByKind, Order } from "@bowline/contracts";
import { micros, money, shares } from "@bowline/kernel";
import { BREAKERS, makeLimitBook, parseLimits, renderLimits, type RiskLimits } from "@bowline/risk";
import { aBar, aClock, anEntry, anOrder, aQuote, aSignal, at, dollars, machineTest } from "@bowline/testkit";
import { makeRiskGate } from "./machine.ts";

export const accountId = "DU1234567";
export const cash = (text: string) => money(micros(text));
const parsed = parseLimits(renderLimits({ equity: cash("100000"), profile: "careful" }), "limits.yaml");
if (!parsed.ok) throw new Error("the suggested limits cannot be read");
/** What breakers go by; the tier of the drawdown is also a check's. */
const breakerLimits = [...BREAKERS.flatMap(({ limits }) => Object.keys(limits))].filter(
  (name) => name !== "drawdownTier3",
);
/** These journals are a few entries long: what looks back over minutes, or takes the same order for a repeat, is waived. */
export const suggested: RiskLimits = {
  ...parsed.value.everywhere,
  ...Object.fromEntries(breakerLimits.map((name) => [name, "waived"])),
  maxMinuteSigmas: "waived",
  maxFiveMinuteMove: "waived",
  duplicateOrderWindowMs: "waived",
};
export const groups = makeGroups([
  ["tech", ["AAPL", "MSFT"]],
  ["banks", ["BAC"]],
]);
export const gate = (limits: Partial<RiskLimits> = {}) =>
  makeRiskGate({ limits: makeLimitBook({ everywhere: { ...suggested, ...limits } }), groups, accountId });

export const NOW = 600;
export const clock = (seconds: number) => aClock({ nowUs: at(seconds) });
export const quote = (seconds: number, changes: Parameters<typeof aQuote>[0] = {}) =>
  aQuote({ quoteUs: at(seconds), ...changes });
export const account = (amount: string, positions: EventByKind<"broker.account">["positions"] = []): Event => ({
  kind: "broker.account",
  accountId,
  cash: cash(amount),
  equity: cash(amount),
  positions,
});
export const instrument = (symbol: string): Event => ({
  kind: "md.instrument",
  group: "tech",
  symbol,
  conId: 1,
  minTick: dollars("0.01"),
  currency: "USD",
  primaryExchange: "NASDAQ",
  longName: "",
});
export const minuteBar = (status: "TRADED" | "NO_TRADE" | "NO_DATA" = "TRADED") =>
  aBar({ timeframe: "1m", closeUs: at(NOW), status });
export const session = (state: "CONNECTED" | "READY" | "DISCONNECTED"): Event => ({
  kind: "broker.session",
  state,
  reason: "",
  serverVersion: 193,
});
export const lease = (machineName: string, leaseEpoch: number): Event => ({
  kind: "control.lease",
  machineName,
  holder: "p1",
  leaseEpoch,
});
/** All is well at ten minutes into the session. */
export const ready: Event[] = [
  { kind: "control.generation", generation: "g1" },
  lease("risk-gate", 1),
  lease("strategy.tech", 1),
  session("READY"),
  clock(NOW - 60),
  account("100000"),
  instrument("AAPL"),
  { kind: "md.availability", group: "tech", symbol: "AAPL", state: "AVAILABLE", reason: "" },
  aSignal(),
  minuteBar(),
  quote(NOW),
  { kind: "control.heartbeat", source: "market-data", clockUs: at(NOW) },
  { kind: "control.heartbeat", source: "portfolio", clockUs: at(NOW) },
  clock(NOW),
];
export const order = (changes: Partial<Order> = {}) => anOrder({ expiresUs: at(NOW + 30), ...changes });
export const intentOf = (wanted: Order, options: { epoch?: number; seconds?: number; machine?: string } = {}) =>
  anEntry(
    { kind: "order.intent", order: wanted },
    { machine: options.machine ?? "strategy.tech", epoch: options.epoch ?? 1, seenUs: at(options.seconds ?? NOW) },
  );
export const about = { clOrdId: "ORDER000000000000001", group: "tech", symbol: "AAPL" };
export const replaceIntent = (changes: Partial<EventByKind<"order.replace-intent">> = {}): Event => ({
  kind: "order.replace-intent",
  ...about,
  replaceId: "r1",
  strategy: "demo",
  rule: "entry",
  expiresUs: at(NOW + 60),
  reason: "",
  ...changes,
});
export const submitted = (changes: Partial<EventByKind<"order.submitted">> = {}): Event => ({
  kind: "order.submitted",
  ...about,
  accountId,
  strategy: "demo",
  rule: "entry",
  leg: "ENTRY",
  side: "BUY",
  orderQty: shares(100),
  ordType: "LMT",
  lmtPx: dollars("100"),
  timeInForce: "DAY",
  ...changes,
});
export const verdict = (given: Event[], intent = intentOf(order()), limits: Partial<RiskLimits> = {}) => {
  const { emitted } = machineTest(gate(limits))
    .given([...ready, ...given])
    .when(intent);
  const denied = emitted.find((event) => event.kind === "order.denied");
  return denied === undefined ? emitted.map((event) => event.kind) : denied.reasons.map((reason) => reason.code);
};
