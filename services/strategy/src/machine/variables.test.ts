import { aSignal } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import { aDesk, aMachine, aVersion, fileWith, minute, ready, says } from "../testing/scenario.ts";

const VARS = `
vars:
  told: { type: number, initial: 0 }
  all: { type: number, initial: 0, scope: group }
  peak: { type: price }`;
const COUNT = `
  - id: count
    on: clock
    when: session.minutes_since_open >= 2
    do: [{ setVariable: { name: told, to: vars.told + 1 } }, { setVariable: { name: all, to: vars.all + 1 } }]
  - id: third
    on: clock
    when: vars.told == 2
    do: { tag: { text: third } }
  - id: high
    on: clock
    when: vars.peak > 1
    do: { tag: { text: high } }`;

/** What stands in the snapshot. */
function remembered(desk: ReturnType<typeof aDesk>) {
  const state = desk.machine.snapshot() as unknown as {
    readonly vars?: Record<string, { value: number }>;
    readonly symbols: readonly { readonly vars?: Record<string, { value: number }> }[];
  };
  return { group: state.vars?.["all"]?.value, symbols: state.symbols.map(({ vars }) => vars?.["told"]?.value) };
}

const started = () => {
  const desk = aDesk(aMachine(fileWith(COUNT, VARS)));
  desk.tell(...ready());
  return desk;
};

describe("a variable", () => {
  test("is one for each symbol, or one for the group", () => {
    const desk = started();
    desk.tell(minute(2), minute(3));
    expect(remembered(desk)).toEqual({ group: 4, symbols: [2, 2] });
  });

  test("is set once where a trigger comes again, and kept over a restart", () => {
    const desk = started();
    desk.tell(minute(2), minute(2));
    desk.machine.restore(desk.machine.snapshot());
    desk.tell(minute(3));
    expect(remembered(desk)).toEqual({ group: 4, symbols: [2, 2] });
  });

  test("is read from the next trigger on; one that was never set is UNKNOWN", () => {
    const desk = started();
    desk.tell(minute(2));
    const third = desk.tell(minute(3)).decisions.filter(({ rule }) => rule === "third");
    expect(third).toEqual([]);
    const next = desk.tell(minute(4)).decisions.filter(({ rule }) => rule === "third");
    expect(next).toMatchObject([{ outcome: "FIRED", tag: "third" }, { symbol: "MSFT" }]);
    const asked = aDesk(aMachine(fileWith(COUNT, VARS))).tell(...ready()).decisions;
    expect(asked.find(({ rule }) => rule === "high")).toMatchObject({
      outcome: "BLOCKED",
      leaves: [{ result: "UNKNOWN" }],
    });
  });

  test("stands as it was whatever becomes of an order of the same rule", () => {
    const both = fileWith("", VARS)
      .replace(
        "    do:\n      enter:\n",
        "    do:\n      - setVariable: { name: told, to: vars.told + 1 }\n      - enter:\n",
      )
      .replaceAll(/^ {8}(order|bracket|size):/gm, "          $1:");
    const desk = aDesk(aMachine(both));
    const { intents } = desk.tell(...ready(), aSignal());
    desk.tell(says.denied(intents[0]!), aSignal());
    expect(remembered(desk).symbols).toEqual([1, undefined]);
  });

  test("is kept by another version of the file, unless it has another type there", () => {
    const desk = started();
    desk.tell(minute(2));
    desk.tell(
      aVersion(
        fileWith(COUNT, VARS).replace("told: { type: number, initial: 0 }", "told: { type: number, initial: 9 }"),
      ),
    );
    desk.tell(minute(3));
    expect(remembered(desk).symbols).toEqual([2, 2]);
    const other = fileWith(COUNT, VARS).replaceAll("told: { type: number", "told: { type: minutes");
    desk.tell(aVersion(other), minute(4));
    expect(remembered(desk).symbols).toEqual([1, 1]);
  });
});
