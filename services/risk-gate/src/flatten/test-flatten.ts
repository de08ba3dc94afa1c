import { type Event, type EventByKind, type Order, SCHEMA_VERSION, subjectOf } from "@bowline/contracts";
import { px, qty, shares } from "@bowline/kernel";
import { type FlattenPolicy, makeFlattenPolicy, makeLimitBook, type RiskLimits } from "@bowline/risk";
import { aClock, aFill, aQuote, at, dollars } from "@bowline/testkit";
import { makeRiskGate } from "../machine.ts";
import { account, accountId, groups, instrument, lease, NOW, ready, submitted, suggested } from "../test-gate.ts";

/** An order as the broker of the test has it, in whole shares. `family` fill one instead of the other. */
export type TestOrder = {
  readonly id: string;
  readonly symbol: string;
  readonly buys: boolean;
  readonly strategy: string;
  readonly order: Order | undefined;
  readonly family: string | undefined;
  leaves: number;
  cum: number;
  state: "APPROVED" | "WORKING" | "UNKNOWN";
  cancelAsked: boolean;
};

export type FlattenRig = ReturnType<typeof flattenRig>;

const START: ReadonlyMap<string, number> = new Map();

/** The gate with a plain broker behind it, told by hand what happens: nothing is lost and nothing comes by itself. */
export function flattenRig(
  options: {
    readonly policy?: Partial<FlattenPolicy>;
    readonly limits?: Partial<RiskLimits>;
    readonly positions?: ReadonlyMap<string, number>;
  } = {},
) {
  const { policy = {}, limits = {}, positions = START } = options;
  const book = makeLimitBook({
    everywhere: { ...suggested, drawdownTier3: "waived", ...limits },
    flatten: makeFlattenPolicy(policy),
  });
  const make = () => makeRiskGate({ limits: book, groups, accountId });
  let gate = make();
  let seconds = NOW;
  let serial = 0;
  const held = new Map<string, number>();
  const prices = new Map<string, number>();
  const orders = new Map<string, TestOrder>();
  const said: Event[] = [];

  const hear = (event: Event, machine: string): void => {
    serial += 1;
    const id = `entry-${serial}`;
    const header = { id, causeId: "", causeSeq: 1, ordinal: 0, correlationId: id, machine, epoch: 1, build: "test" };
    const rest = { configVersion: "test", eventUs: at(seconds), seenUs: at(seconds), schemaVersion: SCHEMA_VERSION };
    const entry = { seq: serial, subject: subjectOf(event), header: { ...header, ...rest }, event };
    const outputs: Event[] = [];
    gate.apply(entry, (output) => void outputs.push(output));
    for (const output of outputs) obey(output);
  };
  const tell = (event: Event): void => hear(event, "execution");
  const obey = (event: Event): void => {
    said.push(event);
    if (event.kind === "order.approved") {
      const { clOrdId, symbol, side, strategy, orderQty } = event.order;
      orders.set(clOrdId, {
        id: clOrdId,
        symbol,
        buys: side === "BUY",
        strategy,
        order: event.order,
        family: undefined,
        leaves: orderQty / 1e6,
        cum: 0,
        state: "APPROVED",
        cancelAsked: false,
      });
    }
    const order = event.kind === "order.cancel-intent" ? orders.get(event.clOrdId) : undefined;
    if (order !== undefined) order.cancelAsked = true;
    if (event.kind === "order.lapsed") orders.delete(event.clOrdId);
  };

  const about = ({ id, symbol }: TestOrder) => ({ clOrdId: id, group: groups.groupOf(symbol) ?? "none", symbol });
  const accountNow = (): Event =>
    account(
      "100000",
      [...held]
        .filter(([, quantity]) => quantity !== 0)
        .map(([symbol, quantity]) => ({
          symbol,
          quantity: qty(quantity * 1e6),
          marketPx: px((prices.get(symbol) ?? 100) * 1e6),
        })),
    );
  const quote = (symbol: string, changes: Partial<EventByKind<"md.quote">> = {}): void => {
    const price = (prices.get(symbol) ?? 100) * 1e6;
    tell(aQuote({ symbol, quoteUs: at(seconds), bidPx: px(price - 10_000), askPx: px(price + 10_000), ...changes }));
  };
  /** What one leg fills the broker takes from the other at once, whenever it tells of it. */
  const takeFromFamily = ({ id, family }: TestOrder, quantity: number): void => {
    if (family === undefined || id === family) return;
    for (const other of orders.values()) if (other.id !== id && other.family === family) other.leaves -= quantity;
  };
  const rig = {
    said,
    orders,
    held,
    gate: () => gate,
    seconds: () => seconds,
    tell,
    quote,
    price: (symbol: string, price: number): void => {
      prices.set(symbol, price);
      quote(symbol);
    },
    /** Time goes on, and all is well meanwhile. */
    clock: (by: number, changes: Partial<EventByKind<"control.clock">> = {}): void => {
      seconds += by;
      for (const source of ["market-data", "portfolio"])
        tell({ kind: "control.heartbeat", source, clockUs: at(seconds) });
      for (const symbol of groups.symbols) quote(symbol);
      tell(accountNow());
      tell(aClock({ nowUs: at(seconds), ...changes }));
    },
    kill: (scope: string, changes: Partial<EventByKind<"control.kill">> = {}): void =>
      hear({ kind: "control.kill", scope, level: "FLATTEN", reason: "test", by: "me", ...changes }, "operator"),
    resume: (scope: string, state?: "HALTED"): void =>
      hear(
        { kind: "control.resume", scope, reason: "test", by: "me", ...(state === undefined ? {} : { state }) },
        "operator",
      ),
    /** A strategy wants an order. */
    want: (order: Order): void => hear({ kind: "order.intent", order }, "strategy.tech"),
    /** An order of a strategy's that works at the broker. */
    place: (
      id: string,
      symbol: string,
      quantity: number,
      more: Partial<Pick<TestOrder, "family" | "strategy">> & {
        readonly leg?: "ENTRY" | "EXIT" | "STOP" | "TARGET";
      } = {},
    ): void => {
      const { family, strategy = "demo", leg = "ENTRY" } = more;
      orders.set(id, {
        id,
        symbol,
        buys: quantity > 0,
        strategy,
        order: undefined,
        family,
        leaves: Math.abs(quantity),
        cum: 0,
        state: "WORKING",
        cancelAsked: false,
      });
      const parent = family === undefined || id === family ? {} : { parentClOrdId: family };
      tell(
        submitted({
          clOrdId: id,
          group: groups.groupOf(symbol) ?? "none",
          symbol,
          strategy,
          leg,
          side: quantity > 0 ? "BUY" : "SELL",
          orderQty: shares(Math.abs(quantity)),
          lmtPx: dollars(quantity > 0 ? "50" : "150"),
          ...parent,
        }),
      );
    },
    submit: (order: TestOrder): void => {
      order.state = "WORKING";
      const { clOrdId, group, symbol, strategy, rule, side, orderQty } = order.order as Order;
      tell(submitted({ clOrdId, group, symbol, strategy, rule, side, orderQty, leg: "EXIT" }));
    },
    fill: (order: TestOrder, quantity: number): void => {
      order.leaves -= quantity;
      order.cum += quantity;
      const { id, symbol, buys, strategy } = order;
      held.set(symbol, (held.get(symbol) ?? 0) + (buys ? quantity : -quantity));
      if (orders.has(id)) takeFromFamily(order, quantity);
      if (order.leaves === 0) orders.delete(id);
      tell(
        aFill({
          ...about(order),
          strategy,
          execId: `exec-${serial}`,
          side: buys ? "BUY" : "SELL",
          lastQty: shares(quantity),
          lastPx: px((prices.get(symbol) ?? 100) * 1e6),
          cumQty: shares(order.cum),
          leavesQty: shares(order.leaves),
          transactUs: at(seconds),
        }),
      );
    },
    /** `owed` shares of it filled, and that is told later, by `fill`. */
    end: (order: TestOrder, how: "canceled" | "rejected" | "lost", owed = 0): void => {
      takeFromFamily(order, owed);
      orders.delete(order.id);
      order.leaves = owed;
      const of = about(order);
      if (how === "canceled") tell({ kind: "order.canceled", ...of, cumQty: shares(order.cum + owed), reason: "" });
      if (how === "rejected") tell({ kind: "order.rejected", ...of, code: 201, reason: "" });
      if (how === "lost") tell({ kind: "order.lost", ...of, evidence: "" });
    },
    doubt: (order: TestOrder): void => {
      order.state = "UNKNOWN";
      tell({ kind: "order.unknown", ...about(order), reason: "" });
    },
    resolve: (order: TestOrder): void => {
      order.state = "WORKING";
      tell({ kind: "order.resolved", ...about(order), orderId: "1", evidence: "" });
    },
    /** Another process goes on from what the first knew. */
    restart: (): void => {
      const snapshot = JSON.parse(JSON.stringify(gate.snapshot())) as ReturnType<typeof gate.snapshot>;
      gate = make();
      gate.restore(snapshot);
    },
    closing: (): readonly TestOrder[] => [...orders.values()].filter(({ order }) => order !== undefined),
    kinds: (): readonly string[] => said.map(({ kind }) => kind),
    last: <K extends Event["kind"]>(kind: K): EventByKind<K> | undefined =>
      said.findLast((event): event is EventByKind<K> => event.kind === kind),
    stateOf: (scope: string): string => gate.state().tradingStates.get(scope) ?? "ACTIVE",
  };

  for (const event of ready) hear(event as Event, "execution");
  for (const symbol of groups.symbols) {
    tell(instrument(symbol));
    tell({ kind: "md.availability", group: groups.groupOf(symbol) ?? "", symbol, state: "AVAILABLE", reason: "" });
    quote(symbol);
  }
  tell(lease("strategy.banks", 1));
  for (const [symbol, quantity] of positions) {
    rig.place(`OPEN-${symbol}`, symbol, quantity);
    rig.fill(orders.get(`OPEN-${symbol}`) as TestOrder, Math.abs(quantity));
  }
  rig.clock(1);
  said.length = 0;
  return rig;
}

/** What the exits of a symbol may still take off its position, whatever fills. */
export function exitsOpen({ orders, held }: FlattenRig, symbol: string): number {
  const position = held.get(symbol) ?? 0;
  const families = new Map<string, number>();
  let total = 0;
  for (const { symbol: of, buys, leaves, family } of orders.values()) {
    if (of !== symbol || buys === position > 0) continue;
    if (family === undefined) total += leaves;
    else families.set(family, Math.max(leaves, families.get(family) ?? 0));
  }
  return [...families.values()].reduce((sum, leaves) => sum + leaves, total);
}
