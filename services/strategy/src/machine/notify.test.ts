import { aClock, aSignal, at } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import { aDesk, aMachine, fileWith, minute, ready, says } from "../testing/scenario.ts";

const NOTIFY = `
  - id: tell-me
    on: { every: 1 }
    when: session.minutes_since_open >= 2 && market.bid > 50
    do: [{ notify: { severity: WARNING, text: it happened, cooldownMinutes: 3 } }, { tag: { text: told } }]`;

const alertsOf = ({ emitted }: ReturnType<ReturnType<typeof aDesk>["tell"]>) =>
  emitted.filter((event) => event.kind === "control.alert");

describe("notify", () => {
  const desk = () => {
    const made = aDesk(aMachine(fileWith(NOTIFY)));
    made.tell(...ready());
    return made;
  };

  test("raises an alert, about the symbol that its condition holds of", () => {
    expect(alertsOf(desk().tell(minute(2)))).toEqual([
      {
        kind: "control.alert",
        source: "strategy",
        severity: "WARNING",
        code: "RULE_TELL_ME",
        subject: "AAPL",
        detail: "demo: it happened",
      },
    ]);
  });

  test("and no other before its cooldown is over, also after a restart; what else its rule does goes on", () => {
    const made = desk();
    made.tell(minute(2));
    made.machine.restore(made.machine.snapshot());
    const soon = made.tell(minute(3), minute(4), aClock({ nowUs: at(299) }));
    expect(alertsOf(soon)).toEqual([]);
    expect(soon.decisions.filter(({ outcome }) => outcome === "FIRED").map(({ tag }) => tag)).toEqual(["told", "told"]);
    expect(alertsOf(made.tell(minute(5)))).toHaveLength(1);
  });
});

describe("a tag", () => {
  const TAGGED = fileWith("")
    .replace(
      "    do:\n      enter:",
      "    do:\n      - tag: { text: breakout }\n      - tag: { text: early }\n      - enter:",
    )
    .replaceAll("        order:", "          order:")
    .replace("        bracket:", "          bracket:")
    .replace("        size:", "          size:");

  test("stands in the decision, and in that with the gate's answer", () => {
    const made = aDesk(aMachine(TAGGED));
    const { decisions, intents } = made.tell(...ready(), aSignal());
    expect(decisions).toMatchObject([{ outcome: "FIRED", tag: "breakout, early", clOrdId: intents[0]?.clOrdId }]);
    expect(made.tell(says.denied(intents[0]!)).decisions).toMatchObject([
      { tag: "breakout, early", verdict: { answer: "DENIED" } },
    ]);
  });

  test("does not stand in one that did not act; a trigger that is delivered twice acts once", () => {
    const made = aDesk(aMachine(TAGGED));
    const first = made.tell(...ready(), aSignal());
    made.tell(says.denied(first.intents[0]!));
    const again = made.tell(aSignal());
    expect(again.intents).toEqual([]);
    expect(again.decisions).toMatchObject([{ outcome: "BLOCKED", firstBlocker: "trigger" }]);
    expect(again.decisions[0]).not.toHaveProperty("tag");
  });
});
