import { BROKER_ORD_TYPES } from "./ord-types.ts";
import { addQty, type Px, px, type Qty, qty, shares } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Broker,
  type BrokerEvent,
  type BrokerExecution,
  type FillTerms,
  makeBroker,
  type OrderRequest,
} from "./index.ts";
import { anOrder, aStep, atStep, pxOf } from "./test-support.ts";

/** Laws that hold whatever is asked, under every fill model. */
const aPx = fc.integer({ min: 9800, max: 10_200 }).map((cents) => px(cents * 10_000));
const anOptional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const aSize = (max: number) => fc.integer({ min: 1, max }).map((size) => shares(size));

const anyTerms: fc.Arbitrary<Partial<FillTerms>> = fc.record({
  against: fc.constantFrom("QUOTES_AND_TRADES", "QUOTES", "TRADES", "BARS") as fc.Arbitrary<FillTerms["against"]>,
  displayedSize: fc.boolean(),
  queue: fc.constantFrom("NONE", "VOLUME_AHEAD") as fc.Arbitrary<FillTerms["queue"]>,
  slippage: fc.constantFrom<FillTerms["slippage"]>({ type: "NONE" }, { type: "RANDOM_TICKS", maxTicks: 4 }),
  impact: fc.constantFrom<FillTerms["impact"]>({ type: "NONE" }, { type: "SQUARE_ROOT", coefficientMicros: 3000 }),
});

const anyRequest: fc.Arbitrary<Partial<OrderRequest>> = fc.record({
  side: fc.constantFrom("BUY" as const, "SELL" as const),
  ordType: fc.constantFrom(...BROKER_ORD_TYPES),
  orderQty: aSize(900),
  lmtPx: aPx,
  stopPx: aPx,
  trailingAmount: fc.integer({ min: 1, max: 150 }).map((cents) => px(cents * 10_000)),
  lmtPxOffset: fc.integer({ min: 0, max: 50 }).map((cents) => px(cents * 10_000)),
  timeInForce: fc.constantFrom("DAY", "GTC", "GTD", "IOC", "FOK", "OPG") as fc.Arbitrary<OrderRequest["timeInForce"]>,
  goodTillUs: fc.integer({ min: 1, max: 50 }).map((index) => atStep(index)),
  goodAfterUs: fc.option(
    fc.integer({ min: 1, max: 50 }).map((index) => atStep(index)),
    { nil: undefined, freq: 1 },
  ),
  allOrNone: fc.boolean(),
  minQty: anOptional(aSize(400)),
  displayQty: anOptional(aSize(400)),
  hidden: fc.boolean(),
  outsideRth: fc.boolean(),
  ocaGroup: anOptional(fc.constantFrom("a", "b")),
  ocaType: fc.constantFrom(1 as const, 2 as const),
  triggerMethod: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 4 as const, 7 as const, 8 as const),
  algo: anOptional(fc.constantFrom({ strategy: "Vwap", params: [] }, { strategy: "Adaptive", params: [] })),
});

const anyAction = fc.oneof(
  { weight: 5, arbitrary: anyRequest.map((request) => ({ kind: "place" as const, request })) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("step" as const),
      mid: fc.integer({ min: 9800, max: 10_200 }),
      reach: fc.nat(150),
      volume: fc.constantFrom(0, 100, 3000),
      size: fc.integer({ min: 1, max: 900 }),
      halted: fc.constantFrom(false, false, false, true),
      hours: fc.constantFrom(undefined, undefined, undefined, "POST" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("modify" as const), back: fc.nat(8), request: anyRequest }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("cancel" as const), back: fc.nat(8) }) },
  { weight: 1, arbitrary: fc.constant({ kind: "close" as const }) },
);
type Action = typeof anyAction extends fc.Arbitrary<infer T> ? T : never;
type StepAction = Extract<Action, { kind: "step" }>;

const at = (cents: number): string => (cents / 100).toFixed(2);
const stepOf = ({ mid, reach, volume, size, halted, hours }: StepAction) => ({
  ...aStep({
    bid: at(mid - 2),
    ask: at(mid + 2),
    last: at(mid),
    high: at(mid + reach),
    low: at(mid - reach),
    shares: volume,
    size,
  }),
  halted,
  state: hours === undefined ? undefined : { halted: 0 as const, hours },
});

/** Each call's events, with what the market was while it ran. */
type Told = {
  readonly events: readonly BrokerEvent[];
  readonly action: Action;
  readonly isHalted: boolean;
  readonly isClosed: boolean;
};

function play(
  actions: readonly Action[],
  fills: Partial<FillTerms>,
  cancelTakesMs = 0,
): { told: Told[]; broker: Broker } {
  const broker = makeBroker({ symbols: ["IBM"], fills, behaviour: { maxOrdersPerSide: 1000, cancelTakesMs } });
  const told: Told[] = [];
  let [id, isHalted, isClosed] = [0, false, true];
  for (const [index, action] of actions.entries()) {
    const now = atStep(index + 1);
    const act = (): readonly BrokerEvent[] => {
      if (action.kind === "place") return broker.place({ ...anOrder(), ...action.request, ibOrderId: ++id }, now);
      if (action.kind === "modify")
        return broker.place({ ...anOrder(), ...action.request, ibOrderId: Math.max(1, id - action.back) }, now);
      if (action.kind === "cancel") return broker.cancel(1, Math.max(1, id - action.back), now);
      return action.kind === "close" ? broker.endOfSession(now) : broker.step([stepOf(action)], now);
    };
    // The closing auction is matched while the session ends, after a step of regular hours that was not halted.
    if (action.kind === "step") [isHalted, isClosed] = [action.halted, false];
    told.push({ events: act(), action, isHalted, isClosed });
    if (action.kind === "close") isClosed = true;
  }
  return { told, broker };
}

const executionsOf = ({ events }: Told): readonly BrokerExecution[] =>
  events.flatMap((event) => (event.type === "execution" ? [event.execution] : []));
const isAfter = ({ action }: Told): boolean => action.kind === "step" && action.hours !== undefined;
const LIMITED: ReadonlySet<string> = new Set(["LMT", "STP LMT", "LIT", "LOC", "TRAIL LIMIT", "REL", "MIDPRICE"]);
const anyRun = fc.array(anyAction, { maxLength: 60, size: "max" });
const holds = (law: (run: ReturnType<typeof play>) => void): void =>
  fc.assert(
    fc.property(anyRun, anyTerms, fc.constantFrom(0, 8000), (actions, terms, takes) =>
      law(play(actions, terms, takes)),
    ),
    { numRuns: 250 },
  );

const isWithin = ({ order, lastPx }: BrokerExecution): boolean => {
  const lmtPx: Px | undefined = LIMITED.has(order.ordType) ? order.lmtPx : undefined;
  return lmtPx === undefined || (order.side === "BUY" ? lastPx <= lmtPx : lastPx >= lmtPx);
};

describe("under every fill model", () => {
  it("nothing is filled beyond its limit, and every price is on its increment", () => {
    holds(({ told }) => {
      for (const execution of told.flatMap(executionsOf)) {
        expect(isWithin(execution)).toBe(true);
        expect(execution.lastPx % pxOf("0.01")).toBe(0);
      }
    });
  });

  it("nothing is filled in a halt, or while the market is closed", () => {
    holds(({ told }) => {
      const shut = told.filter(({ isHalted, isClosed, action }) => isClosed || (isHalted && action.kind !== "close"));
      // The first step after regular hours brings their closing auction first.
      const isClosing = ({ order }: BrokerExecution): boolean => order.ordType === "MOC" || order.ordType === "LOC";
      expect(
        shut.flatMap((one) => executionsOf(one).filter((execution) => !(isAfter(one) && isClosing(execution)))),
      ).toEqual([]);
    });
  });

  it("cumQty + leavesQty = orderQty always, and fills add up to the position", () => {
    holds(({ told, broker }) => {
      const executions = told.flatMap(executionsOf);
      expect(executions.every(({ lastQty }) => lastQty > 0)).toBe(true);
      for (const event of told.flatMap(({ events }) => events)) {
        const order = event.type === "openOrder" || event.type === "orderStatus" ? event.order : undefined;
        expect(order === undefined ? 0 : order.cumQty + order.leavesQty - order.orderQty).toBe(0);
      }
      let held: Qty = qty(0);
      for (const { order, lastQty } of executions) held = addQty(held, order.side === "BUY" ? lastQty : qty(-lastQty));
      expect(broker.account().positions[0]?.positionQty ?? 0).toBe(held);
    });
  });

  it("all or none is all, fill or kill too, and a minimum is kept by the first fill", () => {
    holds(({ told }) => {
      for (const { order, lastQty } of told.flatMap(executionsOf)) {
        const isFirst = order.cumQty === lastQty;
        const least =
          order.allOrNone || order.timeInForce === "FOK"
            ? order.orderQty - (order.cumQty - lastQty)
            : isFirst
              ? Math.min(order.minQty ?? 0, order.orderQty)
              : 0;
        expect(lastQty).toBeGreaterThanOrEqual(least);
      }
    });
  });

  it("orders of one group never fill more than one of them asks for", () => {
    const sameSize = anyRun.map((actions) =>
      actions
        .filter(({ kind }) => kind !== "modify")
        .map((action) =>
          action.kind === "place"
            ? { ...action, request: { ...action.request, orderQty: shares(300), ocaGroup: "a" } }
            : action,
        ),
    );
    fc.assert(
      fc.property(sameSize, anyTerms, fc.constantFrom(1 as const, 2 as const), (actions, terms, ocaType) => {
        const typed = actions.map((action) =>
          action.kind === "place" ? { ...action, request: { ...action.request, ocaType } } : action,
        );
        // What is placed after a fill is a new beginning: only orders that stood together bound each other.
        const placing = typed.findLastIndex(({ kind }) => kind === "place");
        const together = [
          ...typed.filter(({ kind }, index) => kind === "place" && index <= placing),
          ...typed.filter(({ kind }) => kind !== "place"),
        ];
        const filled = play(together, terms)
          .told.flatMap(executionsOf)
          .reduce((sum, { lastQty }) => sum + lastQty, 0);
        expect(filled).toBeLessThanOrEqual(shares(300));
      }),
      { numRuns: 250 },
    );
  });

  it("something is filled while these laws are tried, of every type and at every price but the limit too", () => {
    const runs = fc.sample(fc.tuple(anyRun, anyTerms), { numRuns: 150, seed: 5 });
    const executions = runs.flatMap(([actions, terms]) => play(actions, terms).told.flatMap(executionsOf));
    expect(new Set(executions.map(({ order }) => order.ordType))).toEqual(new Set(BROKER_ORD_TYPES));
    expect(executions.some(({ order, lastPx }) => order.ordType === "LMT" && lastPx !== order.lmtPx)).toBe(true);
    expect(executions.some(({ order }) => order.leavesQty > 0)).toBe(true);
  });

  it("a run is the same twice, and over a snapshot after every call", () => {
    fc.assert(
      fc.property(anyRun, anyTerms, (actions, terms) => {
        const [once, twice] = [play(actions, terms), play(actions, terms)];
        expect(JSON.stringify(twice.told)).toBe(JSON.stringify(once.told));
        const copy = makeBroker({ symbols: ["IBM"], fills: terms, behaviour: { maxOrdersPerSide: 1000 } });
        copy.restore(JSON.parse(JSON.stringify(once.broker.snapshot())) as never);
        const next = [aStep({ low: "97", high: "103" }), aStep()];
        const later = (broker: Broker) => next.map((step, index) => broker.step([step], atStep(100 + index)));
        expect(JSON.stringify(later(copy))).toBe(JSON.stringify(later(once.broker)));
      }),
      { numRuns: 100 },
    );
  });
});
