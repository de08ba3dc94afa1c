import fc from "fast-check";
import { micros, money, type Px, px, shares, us } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { andFirst, leftToRight } from "./condition.ts";
import { type Broker, makeBroker, type OrderCondition, type OrderRequest } from "./index.ts";
import { aStep, anOrder, atStep, lineOf } from "./test-support.ts";

const at = (text: string): Px => px(micros(text));
const T = [0, 1, 2, 3, 4].map((index) => atStep(index));
const [T1 = us(0), T2 = us(0), T3 = us(0)] = T.slice(1);

type Wish = OrderCondition extends infer One ? (One extends unknown ? Omit<One, "conjunction"> : never) : never;

function aBroker(cash = "1000000"): Broker {
  const broker = makeBroker({ symbols: ["AIG", "IBM"], cash: money(micros(cash)) });
  broker.step([aStep({ symbol: "AIG", last: "50", bid: "49.99", ask: "50.01" }), aStep()], T1);
  return broker;
}

const conditioned = (wish: Wish, more: Partial<OrderRequest> = {}): OrderRequest =>
  anOrder({ conditions: [{ conjunction: "a", ...wish } as OrderCondition], ...more });
const lines = (events: ReturnType<Broker["step"]>): string[] => events.map((event) => lineOf(event));
const fills = (events: ReturnType<Broker["step"]>): string[] =>
  lines(events).filter((line) => line.startsWith("execution"));

describe("an order with a condition", () => {
  it.each<[string, Wish, () => Parameters<typeof aStep>[0]]>([
    ["a price above", { type: "price", symbol: "AIG", isMore: true, px: at("51") }, () => ({ high: "51" })],
    ["a price below", { type: "price", symbol: "AIG", isMore: false, px: at("49") }, () => ({ low: "49" })],
    [
      "a bid or an ask",
      { type: "price", symbol: "AIG", isMore: false, px: at("49"), triggerMethod: 4 },
      () => ({ bid: "49", ask: "49.5" }),
    ],
    ["the volume", { type: "volume", symbol: "AIG", isMore: true, volume: shares(2500) }, () => ({ shares: 1500 })],
    ["the time", { type: "time", isMore: true, us: T2 }, () => ({})],
  ])("waits as PreSubmitted for %s, then works", (_what, wish, step) => {
    const broker = aBroker();
    expect(lines(broker.place(conditioned(wish), T1))).toEqual([
      "openOrder 1 PreSubmitted",
      "orderStatus 1 PreSubmitted 0/100",
    ]);
    expect(fills(broker.step([aStep({ symbol: "AIG", last: "50", ...step() }), aStep()], T2))).toEqual([
      "execution 1 BUY 100 @ 100.01",
    ]);
  });

  it("waits for an execution in its symbol that comes after it", () => {
    const broker = aBroker();
    broker.place(anOrder({ symbol: "AIG" }), T1);
    broker.place(conditioned({ type: "execution", symbol: "AIG" }, { ibOrderId: 2 }), T1);
    expect(fills(broker.step([aStep()], T2))).toEqual([]);
    broker.place(anOrder({ symbol: "AIG", ibOrderId: 3 }), T2);
    expect(fills(broker.step([aStep()], T3))).toEqual(["execution 2 BUY 100 @ 100.01"]);
  });

  it("waits for a change from the last close, which must be known", () => {
    const broker = aBroker();
    const rises = { type: "percent", symbol: "AIG", isMore: true, changeMicros: 100_000 } as const;
    broker.place(conditioned(rises, { timeInForce: "GTC" }), T1);
    expect(fills(broker.step([aStep({ symbol: "AIG", last: "99" }), aStep()], T2))).toEqual([]);
    broker.endOfSession(T2);
    expect(fills(broker.step([aStep({ symbol: "AIG", last: "108" }), aStep()], T3))).toEqual([]);
    expect(fills(broker.step([aStep({ symbol: "AIG", last: "109" }), aStep()], atStep(4)))).toHaveLength(1);
  });

  it("takes the close before the first session from the order", () => {
    const broker = aBroker();
    const rises = { type: "percent", symbol: "AIG", isMore: true, changeMicros: 100_000 } as const;
    broker.place(conditioned({ ...rises, firstClosePx: at("50") }), T1);
    expect(fills(broker.step([aStep({ symbol: "AIG", last: "54.99" }), aStep()], T2))).toEqual([]);
    expect(fills(broker.step([aStep({ symbol: "AIG", last: "55" }), aStep()], T3))).toHaveLength(1);
  });

  it("waits for the cushion of the account", () => {
    const broker = aBroker("20000");
    // 300 × 100 = 30,000, a quarter of it bound: 7,500 of not quite 20,000 leaves 62 percent
    broker.place(conditioned({ type: "margin", isMore: false, percent: 62 }, { side: "SELL" }), T1);
    expect(fills(broker.step([aStep()], T2))).toEqual([]);
    broker.place(anOrder({ ibOrderId: 2, shares: 300 }), T2);
    expect(fills(broker.step([aStep()], T3))).toEqual(["execution 1 SELL 100 @ 99.99"]);
  });

  it("is canceled by its conditions where it asks for that", () => {
    const broker = aBroker();
    const time = { type: "time", isMore: true, us: T3 } as const;
    broker.place(conditioned(time, { ...anOrder({ lmt: "99" }), conditionsCancelOrder: true }), T1);
    expect(lines(broker.step([aStep()], T2))).toEqual([]);
    expect(lines(broker.step([aStep()], T3))).toEqual(["orderStatus 1 Cancelled 0/100", "error 1 202"]);
  });

  it("looks at them in regular hours, or always where it asks for that", () => {
    const broker = aBroker();
    const time = { type: "time", isMore: true, us: T1 } as const;
    broker.endOfSession(T1);
    const limit = { ...anOrder({ lmt: "100.05" }), outsideRth: true };
    broker.place(conditioned(time, limit), T1);
    broker.place(conditioned(time, { ...limit, ibOrderId: 2, conditionsIgnoreRth: true }), T1);
    expect(fills(broker.step([{ ...aStep(), state: { halted: 0, hours: "POST" } }], T2))).toEqual([
      "execution 2 BUY 100 @ 100.01",
    ]);
    expect(fills(broker.step([aStep()], T3))).toEqual(["execution 1 BUY 100 @ 100.01"]);
  });

  it("is not met by a symbol without a market", () => {
    const broker = makeBroker({ symbols: ["AIG", "IBM"] });
    broker.step([aStep()], T1);
    broker.place(conditioned({ type: "price", symbol: "AIG", isMore: true, px: at("1") }), T1);
    expect(fills(broker.step([aStep()], T2))).toEqual([]);
  });
});

describe("conditions that are tied", () => {
  const anAnswer = fc.record({ isMet: fc.boolean(), conjunction: fc.constantFrom("a" as const, "o" as const) });

  it("are read from the left, or and before or", () => {
    const answers = [
      { isMet: true, conjunction: "o" as const },
      { isMet: true, conjunction: "a" as const },
      { isMet: false, conjunction: "a" as const },
    ];
    expect(leftToRight(answers)).toBe(false);
    expect(andFirst(answers)).toBe(true);
    expect([leftToRight([]), andFirst([])]).toEqual([true, true]);
  });

  it("mean what the language's own operators mean", () => {
    fc.assert(
      fc.property(fc.array(anAnswer, { minLength: 1, maxLength: 6 }), (answers) => {
        const terms = answers
          .map(({ isMet, conjunction }, index) =>
            index === answers.length - 1 ? `${isMet}` : `${isMet} ${conjunction}`,
          )
          .join(" ");
        const anyOfAll = terms.split(" o ").some((group) => group.split(" a ").every((one) => one === "true"));
        expect(andFirst(answers)).toBe(anyOfAll);
      }),
    );
  });

  it("are read as the switch says", () => {
    const never = { type: "time", isMore: true, us: us(9e15) } as const;
    const conditions: OrderCondition[] = [
      { conjunction: "o", type: "time", isMore: true, us: T1 },
      { conjunction: "a", type: "time", isMore: true, us: T1 },
      { conjunction: "a", ...never },
    ];
    const filled = (behaviour: Parameters<typeof makeBroker>[0]["behaviour"] & {}) => {
      const broker = makeBroker({ symbols: ["IBM"], behaviour });
      broker.step([aStep()], T1);
      return fills(broker.place(anOrder({ conditions }), T1)).length;
    };
    expect(filled({})).toBe(0);
    expect(filled({ conditionPrecedence: "AND_FIRST" })).toBe(1);
  });
});
