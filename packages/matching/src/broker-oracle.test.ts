import { MICROS, micros, money, px } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BrokerEvent, makeBroker, type OrderRequest, type SymbolStep } from "./index.ts";
import { makePlainBroker, type PlainOrder, type PlainStep } from "./plain-broker.ts";
import { aStep, anOrder, atStep, lineOf } from "./test-support.ts";

const dollars = (cents: number): string => (cents / 100).toFixed(2);
const pxOfCents = (cents: number) => px(cents * 10_000);
const aPrice = fc.integer({ min: 9800, max: 10_200 });

const anyOrder = fc.record({
  side: fc.constantFrom("BUY" as const, "SELL" as const),
  type: fc.constantFrom("MKT", "LMT", "STP", "STP LMT", "MIT", "LIT", "TRAIL") as fc.Arbitrary<PlainOrder["type"]>,
  size: fc.integer({ min: 1, max: 900 }),
  limit: aPrice,
  trigger: aPrice,
  distance: fc.integer({ min: 1, max: 150 }),
  tif: fc.constantFrom("DAY", "GTC", "IOC", "FOK") as fc.Arbitrary<PlainOrder["tif"]>,
  allOrNone: fc.boolean(),
  group: fc.constantFrom(undefined, undefined, "a", "b"),
});
const anyStep = fc.record({
  mid: aPrice,
  up: fc.nat(150),
  down: fc.nat(150),
  half: fc.integer({ min: 1, max: 8 }),
  volume: fc.constantFrom(0, 1, 400, 2000),
  shown: fc.integer({ min: 1, max: 1200 }),
  halted: fc.constantFrom(false, false, false, true),
});
const anyAction = fc.oneof(
  { weight: 5, arbitrary: anyOrder.map((order) => ({ kind: "place" as const, order })) },
  { weight: 5, arbitrary: anyStep.map((step) => ({ kind: "step" as const, step })) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 25 }).map((id) => ({ kind: "cancel" as const, id })) },
  { weight: 1, arbitrary: fc.constant({ kind: "close" as const }) },
);
type Action = typeof anyAction extends fc.Arbitrary<infer T> ? T : never;

const plainStep = ({ mid, up, down, half, ...step }: typeof anyStep extends fc.Arbitrary<infer T> ? T : never) => ({
  ...step,
  bid: mid - half,
  ask: mid + half,
  high: mid + up,
  low: mid - down,
  last: mid,
});

const stepOf = (step: PlainStep): SymbolStep => ({
  ...aStep({
    bid: dollars(step.bid),
    ask: dollars(step.ask),
    high: dollars(step.high),
    low: dollars(step.low),
    last: dollars(step.last),
    shares: step.volume,
    size: step.shown,
  }),
  halted: step.halted,
});

const requestOf = (order: PlainOrder): OrderRequest => ({
  ...anOrder({
    ibOrderId: order.id,
    side: order.side,
    shares: order.size,
    ordType: order.type,
    timeInForce: order.tif,
  }),
  lmtPx: pxOfCents(order.limit),
  stopPx: pxOfCents(order.trigger),
  trailingAmount: pxOfCents(order.distance),
  allOrNone: order.allOrNone,
  ocaGroup: order.group,
  ocaType: order.ocaType,
});

/** What the plain broker does not count: commissions, and the account. */
const plainLines = (events: readonly BrokerEvent[]): string[] =>
  events
    .map((event) => lineOf(event))
    .filter((line) => !line.startsWith("account"))
    .map((line) => line.replace(/ ?commission .*/, (found) => (found.startsWith(" ") ? "" : "commission")));

function play(actions: readonly Action[], sharesSize: boolean, ocaType: 1 | 2) {
  const plain = makePlainBroker(sharesSize);
  const broker = makeBroker({
    symbols: ["IBM"],
    cash: money(micros("100000000")),
    fills: { displayedSize: sharesSize },
    behaviour: { maxOrdersPerSide: 100 },
  });
  const told: string[] = [];
  let id = 0;
  for (const [index, action] of actions.entries()) {
    const now = atStep(index + 1);
    if (action.kind === "place") {
      id += 1;
      const order: PlainOrder = { ...action.order, id, ocaType };
      plain.place(order);
      told.push(...plainLines(broker.place(requestOf(order), now)));
    } else if (action.kind === "step") {
      const step = plainStep(action.step);
      plain.step(step);
      told.push(...plainLines(broker.step([stepOf(step)], now)));
    } else if (action.kind === "cancel") {
      plain.cancel(action.id);
      told.push(...plainLines(broker.cancel(1, action.id, now)));
    } else {
      plain.close();
      told.push(...plainLines(broker.endOfSession(now)));
    }
  }
  const position = (broker.account().positions[0]?.positionQty ?? 0) / MICROS;
  return { plain, told, position };
}

describe("the broker and the plain one", () => {
  it("tell the same of the same orders and steps, line by line, and hold the same", () => {
    fc.assert(
      fc.property(
        fc.array(anyAction, { maxLength: 50, size: "max" }),
        fc.boolean(),
        fc.constantFrom(1 as const, 2 as const),
        (actions, sharesSize, ocaType) => {
          const { plain, told, position } = play(actions, sharesSize, ocaType);
          expect(told).toEqual(plain.told);
          expect(position).toBe(plain.position());
        },
      ),
      { numRuns: 600 },
    );
  });

  it("are compared over fills of every type, refused cancels, waits for the open and cancels by a group", () => {
    const types = new Map<number, string>();
    const seen = new Set<string>();
    const runs = fc.sample(fc.array(anyAction, { minLength: 40, maxLength: 50 }), { numRuns: 60, seed: 3 });
    for (const actions of runs) {
      const placed = actions.flatMap((action) => (action.kind === "place" ? [action.order.type] : []));
      for (const [index, type] of placed.entries()) types.set(index + 1, type);
      for (const line of play(actions, true, 2).told) {
        const [what = "", id = "", rest = ""] = line.split(" ");
        seen.add(what === "execution" ? `${types.get(Number(id))} filled` : `${what} ${rest}`);
      }
    }
    const filled = ["MKT", "LMT", "STP", "STP LMT", "MIT", "LIT", "TRAIL"].map((type) => `${type} filled`);
    expect([...seen]).toEqual(
      expect.arrayContaining([
        ...filled,
        "error 10147",
        "error 10148",
        "error 399",
        "error 202",
        "openOrder Submitted",
      ]),
    );
  });
});
