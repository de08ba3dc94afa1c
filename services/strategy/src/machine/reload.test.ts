import { type Event, machineHash } from "@bowline/contracts";
import { aBar, aJournal, aQuote, aSignal, at, checkMachineLaws } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import { aDesk, aMachine, anOpenPosition, aPastBar, aVersion, minute, ready, says } from "../testing/scenario.ts";

const ENTER =
  "do: { enter: { direction: LONG, order: market, bracket: { stopAtr: 2, targetAtr: 3 }, size: { riskPerTrade: { equityPercent: 0.1, maxNotionalPercent: 50, maxNotional: 100000 } } } }";

type About = { readonly indicators?: string; readonly groups?: string };
const fileOf = (rules: readonly string[], { indicators = "{}", groups = "[tech]" }: About = {}): string =>
  `strategy: demo\ndescription: For tests.\ngroups: ${groups}\nindicators: ${indicators}\nrules:\n${rules.map((rule) => `  - { ${rule} }\n`).join("")}`;

const bar = (number: number): Event => aBar({ ...aPastBar(number), timeframe: "1m", status: "TRADED" });
const signal = (predictionId: string): Event => aSignal({ predictionId, validUntilUs: at(36_000) });
const rest = (minutes: number): string => `id: enter, on: prediction, cooldownMinutes: ${minutes}, ${ENTER}`;

/** What each rule said to a prediction: its first blocker, empty where it fired. An entry that it wants is denied. */
function answersTo(desk: ReturnType<typeof aDesk>, predictionId: string): Readonly<Record<string, string>> {
  const { decisions, intents } = desk.tell(signal(predictionId));
  for (const order of intents) desk.tell(says.denied(order));
  return Object.fromEntries(decisions.map(({ rule, firstBlocker }) => [rule, firstBlocker]));
}

describe("another version of the file", () => {
  test("decides from its entry on, and its hash stands for whoever asks", () => {
    const desk = aDesk(aMachine(fileOf([rest(0)])));
    desk.tell(...ready());
    const before = desk.machine.configVersion?.();
    expect(answersTo(desk, "p1")).toEqual({ enter: "" });
    const next = aVersion(fileOf([`id: enter, on: prediction, when: market.bid > 500, ${ENTER}`]));
    expect(desk.tell(next).emitted).toEqual([]);
    expect(answersTo(desk, "p2")).toEqual({ enter: "market.bid > 500" });
    expect(desk.machine.configVersion?.()).toBe(next.hash);
    expect(next.hash).not.toBe(before);
  });

  test("keeps what is remembered by the rule's id: cooldown, counts; a new rule starts fresh, one that went is forgotten", () => {
    const desk = aDesk(aMachine(fileOf([rest(30)])));
    desk.tell(...ready());
    answersTo(desk, "p1");
    const counted = `id: enter, on: prediction, cooldownMinutes: 30, maxFires: { perSession: 2 }, ${ENTER}`;
    const other = `id: other, priority: -1, on: prediction, ${ENTER}`;
    desk.tell(aVersion(fileOf([counted, other])));
    expect(answersTo(desk, "p2")).toEqual({ enter: "cooldown", other: "" });
    desk.tell(minute(40), aQuote({ quoteUs: at(2400) }));
    expect(answersTo(desk, "p3")).toMatchObject({ enter: "" });
    desk.tell(minute(80), aQuote({ quoteUs: at(4800) }));
    expect(answersTo(desk, "p4")).toMatchObject({ enter: "maxFires.perSession" });
    desk.tell(aVersion(fileOf([other])), aVersion(fileOf([counted, other])));
    expect(answersTo(desk, "p5")).toMatchObject({ enter: "" });
  });

  test("lets no rule rest less because its scope is another", () => {
    const scoped = (scope: string): string => fileOf([`${rest(30)}, scope: ${scope}`]);
    for (const [from, to] of [
      ["symbol", "group"],
      ["group", "symbol"],
    ] as const) {
      const desk = aDesk(aMachine(scoped(from)));
      desk.tell(...ready());
      expect(answersTo(desk, "p1")).toEqual({ enter: "" });
      desk.tell(aVersion(scoped(to)));
      expect(answersTo(desk, "p2"), `${from} to ${to}`).toEqual({ enter: "cooldown" });
    }
  });

  test("keeps an edge: what fired is not armed by it", () => {
    const edge = (above: number): string =>
      fileOf([`id: enter, on: bar, mode: edge, when: market.bid > ${above}, ${ENTER}`]);
    const desk = aDesk(aMachine(edge(70)));
    desk.tell(...ready());
    const fires = (number: number): number => {
      const { intents } = desk.tell(minute(number), bar(number));
      for (const order of intents) desk.tell(says.denied(order));
      return intents.length;
    };
    expect([fires(2), fires(3)]).toEqual([1, 0]);
    desk.tell(aVersion(edge(60)));
    expect(fires(4)).toBe(0);
  });

  test("lets a rule that is still there notify no sooner, and one that came back at once", () => {
    const tells = 'id: tell, on: prediction, do: { notify: { text: "hello", cooldownMinutes: 60 } }';
    const desk = aDesk(aMachine(fileOf([tells])));
    desk.tell(...ready());
    const alerts = (id: string): number =>
      desk.tell(signal(id)).emitted.filter(({ kind }) => kind === "control.alert").length;
    expect(alerts("p1")).toBe(1);
    desk.tell(aVersion(fileOf([tells, rest(0)])));
    expect(alerts("p2")).toBe(0);
    desk.tell(aVersion(fileOf([rest(0)])), aVersion(fileOf([tells])));
    expect(alerts("p3")).toBe(1);
  });

  test("leaves an open position and its orders as they are, and may close them", () => {
    const desk = aDesk();
    anOpenPosition(desk);
    desk.tell(aVersion(fileOf(["id: out, on: prediction, do: { exit: {} }"])));
    expect(desk.tell(signal("p9")).cancels).toHaveLength(2);
  });

  test("is the same as before where its text is, and of another strategy nobody's business here", () => {
    const text = fileOf([rest(30)]);
    const desk = aDesk(aMachine(text));
    desk.tell(...ready());
    const before = machineHash(desk.machine);
    const { strategy: _, ...other } = aVersion(fileOf([]));
    desk.tell(aVersion(text), { ...other, strategy: "another" });
    expect(machineHash(desk.machine)).toBe(before);
  });

  test("may trade a group that the one before did not, and stop to", () => {
    const desk = aDesk(aMachine(fileOf([rest(0)], { groups: "[banks]" })));
    desk.tell(...ready());
    expect(answersTo(desk, "p1")).toEqual({});
    desk.tell(aVersion(fileOf([rest(0)])), ...ready());
    expect(answersTo(desk, "p2")).toEqual({ enter: "" });
    desk.tell(aVersion(fileOf([rest(0)], { groups: "[banks]" })));
    expect(answersTo(desk, "p3")).toEqual({});
  });
});

describe("a version that does not hold", () => {
  test.each([
    [
      "names the place",
      fileOf([`id: enter, on: prediction, when: market.bit > 1, ${ENTER}`]),
      /demo\.yaml:6:\d+: .*market\.bid/,
    ],
    ["is of another strategy", fileOf([rest(1)]).replace("strategy: demo", "strategy: theirs"), /of strategy theirs/],
  ])("changes nothing and says why: %s", (_, yaml, why) => {
    const desk = aDesk(aMachine(fileOf([rest(0)])));
    desk.tell(...ready());
    const before = desk.machine.configVersion?.();
    const { emitted } = desk.tell(aVersion(yaml));
    expect(emitted).toMatchObject([
      { kind: "control.alert", severity: "WARNING", code: "STRATEGY_REFUSED", subject: "demo" },
    ]);
    expect(emitted[0]).toMatchObject({ detail: expect.stringMatching(why) as string });
    expect(desk.machine.configVersion?.()).toBe(before);
    expect(answersTo(desk, "p1")).toEqual({ enter: "" });
  });

  test("as does one whose text is not what its hash says", () => {
    const desk = aDesk(aMachine(fileOf([rest(0)])));
    expect(desk.tell(aVersion(fileOf([rest(1)]), "0".repeat(64))).emitted).toMatchObject([
      { detail: expect.stringContaining("the text has the hash") as string },
    ]);
  });
});

const MEAN = "indicator: { value: ind.mean, min: 0 }";
const looks = (indicators: string): string =>
  fileOf([`id: enter, on: prediction, when: [{ ${MEAN} }], ${ENTER}`], { indicators });

describe("an indicator of another version", () => {
  const blockerAfter = (...events: readonly Event[]): string | undefined => {
    const desk = aDesk(aMachine(looks("{ mean: { sma: { period: 3 } } }")));
    desk.tell(...ready(), minute(2), bar(2), minute(3), bar(3));
    desk.tell(...events);
    return answersTo(desk, "p1")["enter"];
  };
  const history = (length: number): Event => ({
    kind: "md.history",
    group: "tech",
    symbol: "AAPL",
    requestId: "r2",
    timeframe: "1m",
    bars: Array.from({ length }, (_, index) => aPastBar(index - length - 2000)),
    failure: "",
  });

  test("keeps its state where it is declared as before, under whatever name", () => {
    expect(blockerAfter(aVersion(looks("{ mean: { sma: { period: 3 } }, more: { ema: { period: 9 } } }")))).toBe("");
    const renamed = looks("{ other: { sma: { period: 3 } } }").replace("ind.mean", "ind.other");
    expect(blockerAfter(aVersion(renamed))).toBe("");
  });
  test("is unknown until history came that is long enough", () => {
    const next = aVersion(looks("{ mean: { ema: { period: 40 } } }"));
    expect(blockerAfter(next)).toBe("ind.mean");
    expect(blockerAfter(next, history(20))).toBe("ind.mean");
    expect(blockerAfter(next, history(200))).toBe("");
  });
  test("or until as many minutes closed as it needs", () => {
    const later = (to: number): readonly Event[] =>
      Array.from({ length: to - 3 }, (_, index) => [minute(index + 4), bar(index + 4)]).flat();
    const next = aVersion(looks("{ mean: { sma: { period: 30 } } }"));
    expect(blockerAfter(next, ...later(15))).toBe("ind.mean");
    expect(blockerAfter(next, ...later(40))).toBe("");
  });
});

test("a restart anywhere around a reload gives the same decisions", () => {
  const next = looks("{ mean: { ema: { period: 4 } } }");
  const story: readonly Event[] = [
    ...ready(),
    signal("p1"),
    minute(2),
    bar(2),
    aVersion(next),
    signal("p2"),
    minute(3),
    bar(3),
    aVersion(looks("nonsense")),
    signal("p3"),
    minute(4),
    bar(4),
    signal("p4"),
  ];
  const first = (): ReturnType<typeof aMachine> => aMachine(looks("{ mean: { sma: { period: 3 } } }"));
  checkMachineLaws(first, aJournal(story), [...story.keys()]);
});
