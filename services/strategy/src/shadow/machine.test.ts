import type { Entry, Event, Machine, Order } from "@bowline/contracts";
import { aJournal, anEntry, aQuote, aSignal, at, checkMachineLaws, figure, runMachine } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import { makeStrategyMachine } from "../machine.ts";
import {
  ACCOUNT,
  aSilentBar,
  aVersion,
  bracketOf,
  compiled,
  fillOf,
  minute,
  ready,
  says,
  STRATEGY_YAML,
} from "../testing/scenario.ts";
import { makeShadowMachine } from "./machine.ts";

const OPTIONS = { group: "tech", symbols: ["MSFT", "AAPL"], accountId: ACCOUNT, quoteStaleMs: 24 * 3_600_000 };
/** Enters on less, and rests longer. */
const LOOSER = STRATEGY_YAML.replace("minConfidence: 0.6", "minConfidence: 0.2").replace(
  "cooldownMinutes: 5",
  "cooldownMinutes: 60",
);
const signal = (predictionId: string, confidence: number): Event =>
  aSignal({ predictionId, confidence: confidence as never, validUntilUs: at(36_000) });
const WEAK = 300_000;
const STRONG = 800_000;

/** The strategy that trades, and a journal of everything told and wanted, in order. */
function aTradingDesk() {
  const machine = makeStrategyMachine({ ...OPTIONS, strategy: compiled() });
  const journal: Entry[] = [];
  let seq = 0;
  const tell = (...events: Event[]): readonly Order[] => {
    const intents: Order[] = [];
    for (const event of events) {
      const entry = anEntry(event, { seq: (seq += 1) });
      journal.push(entry);
      for (const { event: output } of runMachine(machine, [entry])) {
        if (output.kind === "decision" || output.kind === "decision.counts") continue;
        journal.push(anEntry(output, { seq: (seq += 1), machine: machine.name, causeSeq: entry.seq }));
        if (output.kind === "order.intent") intents.push(output.order);
      }
    }
    return intents;
  };
  return { tell, journal: () => aJournal(journal) };
}

const aShadow = (candidate = LOOSER): Machine =>
  makeShadowMachine({ ...OPTIONS, strategy: compiled(), candidate: compiled(candidate) });
const decided = (machine: Machine, journal: readonly Entry[]): readonly string[] =>
  runMachine(machine, journal).map(({ event }) => {
    if (event.kind !== "shadow.decision") throw new Error(`a shadow wrote ${event.kind}`);
    return `${event.triggerKey} ${event.rule} ${event.firstBlocker}`;
  });

/** A weak prediction that only the candidate enters on, a strong one that the strategy enters on, and an exit. */
function aStory(): readonly Entry[] {
  const { tell, journal } = aTradingDesk();
  tell(...ready(), signal("weak", WEAK));
  tell(minute(90), aSilentBar(at(5400)), aQuote({ quoteUs: at(5400) }));
  const [order] = tell(signal("strong", STRONG));
  if (order === undefined) throw new Error("the strategy did not enter");
  const { stopClOrdId, targetClOrdId } = bracketOf(order);
  for (const clOrdId of [order.clOrdId, stopClOrdId, targetClOrdId])
    tell(says.submitted(clOrdId), says.accepted(clOrdId));
  tell(says.approved(order), fillOf(order, order.orderQty), signal("again", STRONG));
  tell(aSignal({ predictionId: "down", direction: "SHORT", validUntilUs: at(36_000) }));
  return journal();
}

describe("a shadow", () => {
  test("decides by its own file on the entries that the strategy sees, and writes records alone", () => {
    const predictions = decided(aShadow(), aStory()).filter((line) => line.startsWith("prediction"));
    expect(predictions).toEqual([
      "prediction:weak:0 leave prediction.direction",
      "prediction:weak:0 enter ",
      "prediction:strong:0 leave prediction.direction",
      "prediction:strong:0 enter ",
      "prediction:again:0 leave prediction.direction",
      "prediction:again:0 enter position.is",
      "prediction:down:0 leave ",
      "prediction:down:0 enter position.is",
    ]);
  });

  test("writes nothing but records of its own in ten thousand entries, whatever its rules want", () => {
    const machine = aShadow();
    const entries = 10_000;
    const kinds = new Map<string, number>();
    let wanted = 0;
    for (const event of ready()) machine.apply(anEntry(event, { seq: 1 }), () => undefined);
    for (let seq = 2; seq <= entries; seq++) {
      const nowUs = at(60 + seq);
      const event =
        seq % 2 === 0
          ? aQuote({ quoteUs: nowUs })
          : aSignal({ predictionId: `p${seq}`, direction: seq % 3 === 0 ? "SHORT" : "LONG", validUntilUs: at(36_000) });
      machine.apply(anEntry(event, { seq, seenUs: nowUs }), (output) => {
        kinds.set(output.kind, (kinds.get(output.kind) ?? 0) + 1);
        if (output.kind === "shadow.decision" && output.outcome === "FIRED") wanted += 1;
      });
    }
    expect([...kinds.keys()]).toEqual(["shadow.decision"]);
    expect(wanted).toBeGreaterThan(0);
    figure("entries that a shadow saw", entries, "entries");
  });

  test("sees the orders that there are, not those that it wanted; what its rules remember is its own", () => {
    const { tell, journal } = aTradingDesk();
    tell(...ready(), signal("weak", WEAK), signal("weaker", WEAK));
    tell(minute(90), aSilentBar(at(5400)), aQuote({ quoteUs: at(5400) }), signal("later", WEAK));
    const entered = decided(aShadow(), journal()).filter((line) => line.includes(" enter "));
    expect(entered).toEqual([
      "prediction:weak:0 enter ",
      "prediction:weaker:0 enter cooldown",
      "prediction:later:0 enter ",
    ]);
  });

  test.each(["symbol", "group"])(
    "keeps the variables of a %s that its own rules set, whatever comes into force beside it",
    (scope) => {
      const counting = LOOSER.replace("rules:", `vars:\n  seen: { type: number, initial: 0, scope: ${scope} }\nrules:`)
        .concat(`
  - id: count
    on: prediction
    when: vars.seen < 2
    do: { setVariable: { name: seen, to: vars.seen + 1 } }
`);
      const { tell, journal } = aTradingDesk();
      tell(...ready(), signal("one", WEAK), aVersion(STRATEGY_YAML.replace("0.6", "0.65")), signal("two", WEAK));
      tell(signal("three", WEAK));
      checkMachineLaws(() => aShadow(counting), journal(), [5, 6, 7]);
      const counted = decided(aShadow(counting), journal()).filter((line) => line.includes(" count "));
      expect(counted).toEqual([
        "prediction:one:0 count ",
        "prediction:two:0 count ",
        "prediction:three:0 count vars.seen < 2",
      ]);
    },
  );

  test("with the same file decides what the strategy does", () => {
    const journal = aStory();
    const shadow = runMachine(aShadow(STRATEGY_YAML), journal).map(({ causeSeq, event }) => [causeSeq, event]);
    const machine = makeStrategyMachine({ ...OPTIONS, strategy: compiled() });
    const active = runMachine(
      machine,
      journal.filter(({ header }) => header.machine !== machine.name),
    ).flatMap(({ causeSeq, event }) =>
      event.kind === "decision" && event.verdict === undefined
        ? [[causeSeq, { ...event, kind: "shadow.decision" }]]
        : [],
    );
    expect(active.length).toBeGreaterThan(5);
    expect(shadow).toEqual(active);
  });

  test("follows a version that is put into force beside it, and stays what it is", () => {
    const shadow = aShadow();
    const hash = shadow.configVersion?.();
    runMachine(shadow, aJournal([...ready(), aVersion(STRATEGY_YAML.replace("0.6", "0.65"))]));
    expect(shadow.configVersion?.()).toBe(hash);
    expect(JSON.stringify(shadow.snapshot())).toContain("minConfidence: 0.65");
  });

  test("is a machine like any other, and takes no other candidate's snapshot", () => {
    checkMachineLaws(() => aShadow(), aStory(), [3, 8, 20]);
    expect(() => aShadow().restore(aShadow(STRATEGY_YAML).snapshot())).toThrow(/another candidate/);
  });

  test("follows a group that the strategy does not trade: nothing is held there", () => {
    const banks = compiled(STRATEGY_YAML.replace("[tech]", "[banks]"));
    const shadow = makeShadowMachine({ ...OPTIONS, strategy: banks, candidate: compiled() });
    const journal = aJournal([...ready(), signal("p1", STRONG), signal("p2", STRONG)]);
    expect(decided(shadow, journal).filter((line) => line.includes(" enter "))).toEqual([
      "prediction:p1:0 enter ",
      "prediction:p2:0 enter cooldown",
    ]);
  });
});
