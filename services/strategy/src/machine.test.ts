import { micros, shares } from "@bowline/kernel";
import { aBar, aClock, aQuote, aSignal, at, dollars, machineTest } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import {
  STRATEGY_YAML,
  aDesk,
  aMachine,
  aPastBar,
  aWarmUp,
  anAccount,
  bracketOf,
  compiled,
  fillOf,
  ready,
  says,
} from "./testing/scenario.ts";
import { makeStrategyMachine } from "./machine.ts";

describe("an entry", () => {
  test("is a limit within the collar, sized by risk, with stop and target around the quote", () => {
    // Risk 100 dollars; worst price 100.06, stop 99.61: 45 cents a share, so 222 shares.
    machineTest(aMachine())
      .given(ready())
      .when(aSignal())
      .thenMatch([
        { kind: "decision", rule: "leave", outcome: "BLOCKED", firstBlocker: "prediction.direction" },
        {
          kind: "order.intent",
          order: {
            accountId: "DU1234567",
            strategy: "demo",
            rule: "enter",
            group: "tech",
            symbol: "AAPL",
            side: "BUY",
            orderQty: shares(222),
            ordType: "LMT",
            lmtPx: dollars("100.06"),
            timeInForce: "DAY",
            purpose: "ENTRY",
            triggerKey: "prediction:p1:0",
            expiresUs: at(61.5),
            decisionPx: dollars("100"),
            bracket: { stopPx: dollars("99.61"), targetLmtPx: dollars("100.61") },
          },
        },
        { kind: "decision", rule: "enter", triggerKey: "prediction:p1:0", outcome: "FIRED", firstBlocker: "" },
      ]);
  });

  test("goes short with SELL_SHORT, its stop above and its target below", () => {
    const { intents } = aDesk().tell(...ready(), aSignal({ direction: "SHORT" }));
    expect(intents).toMatchObject([
      {
        side: "SELL_SHORT",
        lmtPx: dollars("99.95"),
        bracket: { stopPx: dollars("100.39"), targetLmtPx: dollars("99.39") },
      },
    ]);
  });

  test("has the same ids on every worker, and others for another prediction", () => {
    const intent = () => aDesk().tell(...ready(), aSignal()).intents[0];
    expect(intent()).toEqual(intent());
    const other = aDesk().tell(...ready(), aSignal({ revision: 1 })).intents[0];
    expect(
      new Set(
        [intent(), other].flatMap((order) => [
          order?.clOrdId,
          order?.bracket?.stopClOrdId,
          order?.bracket?.targetClOrdId,
        ]),
      ).size,
    ).toBe(6);
  });

  test("says in its decision which leaves held and how the quantity came about", () => {
    const decision = aDesk()
      .tell(...ready(), aSignal())
      .decisions.at(-1);
    expect(decision?.leaves.map(({ name, result }) => `${name} ${result}`)).toEqual([
      "prediction.direction TRUE",
      "prediction.confidence TRUE",
      "position.is TRUE",
      "workingOrders TRUE",
      "time.toClose TRUE",
      "spread TRUE",
      "atr TRUE",
      "cooldown TRUE",
      "enter.direction TRUE",
      "enter.feed TRUE",
      "enter.position TRUE",
      "enter.orders TRUE",
      "enter.exit TRUE",
      "enter.quote TRUE",
      "enter.atr TRUE",
      "enter.equity TRUE",
    ]);
    expect(Object.fromEntries(decision?.sizing.map(({ key, value }) => [key, value]) ?? [])).toMatchObject({
      refPx: "100.01",
      atr: "0.2",
      riskBudget: "100.00",
      riskPerShare: "0.45",
      sharesByRisk: "222",
      shares: "222",
    });
    expect(decision?.clOrdId).toHaveLength(20);
  });
});

describe("no entry", () => {
  const without = (kind: string) => ready().filter((event) => event.kind !== kind);
  const cases: readonly (readonly [string, readonly Parameters<ReturnType<typeof aDesk>["tell"]>[0][], string])[] = [
    ["without a quote", [...without("md.quote"), aSignal()], "spread"],
    ["with one side of the market missing", [...ready(), aQuote({ bidPx: undefined }), aSignal()], "spread"],
    ["in a crossed market", [...ready(), aQuote({ bidPx: dollars("100.02") }), aSignal()], "spread"],
    ["in a halted symbol", [...ready(), aQuote({ halted: true }), aSignal()], "enter.quote"],
    ["on a quote in doubt", [...ready(), aQuote({ doubts: "SPIKING ASK" }), aSignal()], "enter.quote"],
    ["on delayed data", [...ready(), aQuote({ dataType: "DELAYED" }), aSignal()], "enter.quote"],
    ["in a wide market", [...ready(), aQuote({ askPx: dollars("100.2") }), aSignal()], "spread"],
    ["before the ATR is warm", [...without("md.history"), aSignal()], "atr"],
    ["without an equity", [...without("account"), aSignal()], "enter.equity"],
    ["before the first clock", [...without("control.clock"), aSignal()], "time.toClose"],
    [
      "near the close",
      [...ready(), aClock({ nowUs: at(6.2 * 3600) }), aSignal({ validUntilUs: at(7 * 3600) })],
      "time.toClose",
    ],
    [
      "after a minute without data",
      [...ready(), aBar({ timeframe: "1m", closeUs: at(60), status: "NO_DATA" }), aSignal()],
      "enter.feed",
    ],
    [
      "after a gap",
      [
        ...ready(),
        { kind: "md.gap", group: "tech", symbol: "AAPL", fromUs: at(30), toUs: at(50), reason: "cut" } as const,
        aSignal(),
      ],
      "enter.feed",
    ],
    ["on little confidence", [...ready(), aSignal({ confidence: micros("0.59") })], "prediction.confidence"],
    ["on a prediction that says stay out", [...ready(), aSignal({ direction: "FLAT" })], "prediction.direction"],
    ["on a prediction that has expired", [...ready(), aSignal({ validUntilUs: at(60) })], "prediction.direction"],
    ["where the budget buys no share", [...ready(), anAccount("100"), aSignal()], "sizing"],
  ];
  test.each(cases)("%s", (_, events, blocker) => {
    const { intents, decisions } = aDesk().tell(...events);
    expect(intents).toEqual([]);
    expect(decisions.at(-1)).toMatchObject({ rule: "enter", outcome: "BLOCKED", firstBlocker: blocker });
  });

  test("while the last one is pending, and again once it was denied and the cooldown is over", () => {
    const desk = aDesk();
    const [order] = desk.tell(...ready(), aSignal()).intents;
    expect(desk.tell(aSignal({ predictionId: "p2" })).decisions[1]).toMatchObject({ firstBlocker: "workingOrders" });
    desk.tell(says.denied(order!));
    expect(desk.tell(aSignal({ predictionId: "p3" })).decisions[1]).toMatchObject({ firstBlocker: "cooldown" });
    const later = { validUntilUs: at(3600) };
    expect(desk.tell(aClock({ nowUs: at(359) }), aSignal({ predictionId: "p4", ...later })).decisions[1]).toMatchObject(
      { firstBlocker: "cooldown" },
    );
    expect(desk.tell(aClock({ nowUs: at(360) }), aSignal({ predictionId: "p5", ...later })).intents).toHaveLength(1);
  });

  test("for other symbols, other groups, other accounts", () => {
    const desk = aDesk();
    expect(
      desk.tell(...ready(), aSignal({ symbol: "NVDA" })).decisions.filter(({ rule }) => rule !== "flatten"),
    ).toEqual([]);
    expect(desk.tell({ ...anAccount(), accountId: "DU1" }).emitted).toEqual([]);
    const banks = makeStrategyMachine({
      group: "banks",
      symbols: ["BAC"],
      strategy: compiled(),
      accountId: "DU1234567",
    });
    expect(banks.name).toBe("strategy.banks");
    expect(aDesk(banks).tell(aSignal({ group: "banks", symbol: "BAC" })).emitted).toEqual([]);
  });
});

describe("an entry that nobody takes", () => {
  test("is canceled after its minutes, and asked for again each minute until it is gone", () => {
    const desk = aDesk();
    const order = desk.tell(...ready(), aSignal()).intents[0]!;
    desk.tell(says.approved(order), says.submitted(order.clOrdId), says.accepted(order.clOrdId));
    expect(desk.tell(aClock({ nowUs: at(120) })).cancels).toEqual([]);
    expect(desk.tell(aClock({ nowUs: at(180) })).cancels).toEqual([order.clOrdId]);
    expect(desk.tell(aClock({ nowUs: at(185) })).cancels).toEqual([]);
    expect(desk.tell(aClock({ nowUs: at(240) })).cancels).toEqual([order.clOrdId]);
    desk.tell(says.canceled(order.clOrdId));
    expect(desk.tell(aClock({ nowUs: at(300) }))).toMatchObject({ intents: [], cancels: [] });
  });

  test.each(["lapsed", "rejected", "lost", "canceled", "expired"] as const)(
    "leaves nothing behind when it is %s",
    (end) => {
      const desk = aDesk();
      const order = desk.tell(...ready(), aSignal()).intents[0]!;
      desk.tell(says.approved(order), says[end](order.clOrdId), aClock({ nowUs: at(360) }));
      expect(desk.tell(aSignal({ predictionId: "p2", validUntilUs: at(900) })).intents).toHaveLength(1);
    },
  );

  test("blocks the symbol while its fate is unknown", () => {
    const desk = aDesk();
    const order = desk.tell(...ready(), aSignal()).intents[0]!;
    desk.tell(says.submitted(order.clOrdId), says.unknown(order.clOrdId), aClock({ nowUs: at(600) }));
    const late = { predictionId: "p2", validUntilUs: at(900) };
    expect(desk.tell(aSignal(late)).decisions[1]).toMatchObject({ firstBlocker: "workingOrders" });
    expect(desk.tell(says.resolved(order.clOrdId), aClock({ nowUs: at(660) })).cancels).toEqual([order.clOrdId]);
  });
});

describe("warm-up", () => {
  const bar = (minuteNumber: number) => aBar({ ...aPastBar(minuteNumber), timeframe: "1m", status: "TRADED" });
  const isWarm = (desk: ReturnType<typeof aDesk>) => {
    const quiet = aBar({ closeUs: at(1200), timeframe: "1m", status: "NO_TRADE" });
    const told = desk.tell(
      aQuote(),
      anAccount(),
      quiet,
      aClock({ nowUs: at(1200) }),
      aSignal({ validUntilUs: at(1800) }),
    );
    return told.intents.length === 1;
  };

  test("history and live bars give one ATR, in whichever order they come", () => {
    const history = { ...aWarmUp(), bars: aWarmUp().bars.slice(0, 10) };
    const live = [1, 2, 3, 4, 5].map(bar);
    const first = aDesk();
    first.tell(history, ...live);
    const second = aDesk();
    second.tell(...live, history);
    expect(second.machine.snapshot()).toEqual(first.machine.snapshot());
    expect(isWarm(first)).toBe(true);
  });

  test("a repeated bar, a minute without a trade and five-second bars change nothing", () => {
    const desk = aDesk();
    desk.tell(...Array.from({ length: 14 }, (_, index) => bar(index + 1)));
    const before = desk.machine.snapshot();
    desk.tell(bar(14), aBar({ closeUs: at(845), timeframe: "5s" }));
    expect(desk.machine.snapshot()).toMatchObject({ symbols: (before as { symbols: object[] }).symbols });
    desk.tell(aBar({ timeframe: "1m", closeUs: at(900), status: "NO_TRADE", highPx: dollars("200") }));
    expect(isWarm(desk)).toBe(false);
  });

  test("a warm ATR takes what history adds after a gap", () => {
    const desk = aDesk();
    desk.tell(aWarmUp());
    const before = JSON.stringify(desk.machine.snapshot());
    desk.tell(aWarmUp());
    expect(JSON.stringify(desk.machine.snapshot())).toBe(before);
    desk.tell({ ...aWarmUp(), bars: [{ ...aPastBar(1), highPx: dollars("102") }] });
    expect(JSON.stringify(desk.machine.snapshot())).not.toBe(before);
  });

  test("history that failed, and that of five seconds, is no history", () => {
    const desk = aDesk();
    desk.tell({ ...aWarmUp(), timeframe: "5s" }, { ...aWarmUp(), bars: [], failure: "no data" });
    expect(isWarm(desk)).toBe(false);
  });
});

describe("rules of bars and minutes", () => {
  const yaml = STRATEGY_YAML.replace(
    "on: prediction\n    when:\n      - prediction: { direction: opposite }",
    "on: bar\n    when:\n      - position: { is: open }",
  );

  test("are recorded when the first blocker changes, not each time", () => {
    const desk = aDesk(aMachine(yaml));
    const bar = (number: number) => aBar({ timeframe: "1m", closeUs: at(number * 60) });
    expect(desk.tell(bar(1), bar(2)).decisions).toMatchObject([
      { rule: "leave", triggerKey: `bar:${at(60)}`, firstBlocker: "position.is" },
    ]);
    const order = desk.tell(...ready().slice(0, 3), aClock({ nowUs: at(180) }), aSignal()).intents[0]!;
    expect(desk.tell(fillOf(order, order.orderQty), bar(4)).decisions).toMatchObject([
      { rule: "leave", outcome: "FIRED" },
    ]);
    expect(desk.tell(bar(5), bar(6)).decisions).toMatchObject([{ rule: "leave", firstBlocker: "exit.running" }]);
  });

  test("are not asked twice in one minute, nor by a minute without data", () => {
    const desk = aDesk(aMachine(yaml));
    expect(desk.tell(aClock({ nowUs: at(60) })).decisions).toMatchObject([
      { rule: "flatten", symbol: "AAPL", triggerKey: "clock:2013-10-04:1" },
      { rule: "flatten", symbol: "MSFT" },
    ]);
    expect(desk.tell(aClock({ nowUs: at(65) }), aBar({ timeframe: "1m", status: "NO_DATA" })).decisions).toEqual([]);
  });

  test("on a day without a session, a clock rule is UNKNOWN in time", () => {
    const text = STRATEGY_YAML.replace("- position: { is: open }\n      - time", "- time");
    const closed = aClock({ nowUs: at(60), sessionDate: "", phase: "CLOSED", openUs: undefined, closeUs: undefined });
    expect(aDesk(aMachine(text)).tell(closed).decisions[0]).toMatchObject({
      firstBlocker: "time.toClose",
      leaves: [{ result: "UNKNOWN" }, {}, {}],
    });
  });
});

test("brackets of one decision share its trigger and differ in their leg", () => {
  const order = aDesk().tell(...ready(), aSignal()).intents[0]!;
  expect(bracketOf(order).stopClOrdId).not.toBe(bracketOf(order).targetClOrdId);
});
