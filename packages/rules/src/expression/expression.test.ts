import { LIMIT_MICROS, money, shares } from "@bowline/kernel";
import { at, dollars } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import type { Facts } from "../facts.ts";
import { someFacts } from "../testing/facts.ts";
import { makeReader } from "./compile-expression.ts";
import { evaluateTree } from "./evaluate-tree.ts";
import { makeScope } from "./scope.ts";

const parameters = new Map([
  ["limit", 100.01],
  ["fraction", 0.1],
]);
const reader = makeReader(makeScope([], parameters));

function valueOf(text: string, facts: Facts = someFacts()): boolean | undefined {
  const read = reader.read(text);
  if (!read.ok) throw new Error(read.error.message);
  const value = evaluateTree(read.value, facts);
  return value === undefined ? undefined : value === 1;
}
const refusalOf = (text: string): string => {
  const read = reader.read(text);
  return read.ok ? "" : read.error.message;
};

// Quote 99.99 / 100.01, last 100, open 99, previous close 98, confidence 0.7, ten minutes after the open of 09:30.
describe("money is compared exactly", () => {
  test.each([
    ["market.ask == 100.01", true],
    ["market.ask >= params.limit", true],
    ["market.ask > params.limit", false],
    ["market.bid + 0.02 == market.ask", true],
    ["market.ask - market.bid == 0.02", true],
    ["market.last * 1.1 == 110", true],
    ["market.last * params.fraction == 10", true],
    ["market.last / 3 == 33.333333", true],
    ["market.open * 1.1 == 108.9", true],
    ["prediction.confidence * 3 == 2.1", true],
    ["prediction.confidence == 0.1 + 0.6", true],
    ["market.spread_bps == 2", true],
    ["abs(market.bid - market.last) == 0.01", true],
    ["min(market.bid, 50) == 50 && max(market.bid, market.ask) == 100.01", true],
    ["-market.last == -100", true],
  ] as const)("%s", (text, expected) => {
    expect(valueOf(text)).toBe(expected);
  });

  test("a tenth of a cent thirty times is three cents", () => {
    const sum = Array.from({ length: 30 }, () => "0.001").join(" + ");
    expect(valueOf(`market.last + ${sum} == 100.03`)).toBe(true);
  });
});

describe("units multiply and divide to what they should", () => {
  const held = someFacts({ position: { quantity: shares(300), enteredUs: at(1), avgPx: dollars("99.5") } });
  test.each([
    "market.last * position.quantity == 30000",
    "account.cash < market.last * position.quantity + 10000.01",
    "market.last / market.open > 1.01",
    "account.cash / market.last == 400",
    "position.return > 0.005 && position.return < 0.0051",
    "number(market.last) * 2 == 200.0",
    "account.equity * prediction.confidence == 70000",
  ])("%s", (text) => {
    expect(valueOf(text, held)).toBe(true);
  });
});

describe("what cannot be exact is UNKNOWN", () => {
  const rich = someFacts({ equity: money(LIMIT_MICROS), lastPx: dollars("0") });
  test.each([
    "account.equity + account.equity > 1",
    "account.equity * 2 > 1",
    "market.bid / market.last > 1",
    "account.equity / 0.5 > 1",
  ])("%s", (text) => {
    expect(valueOf(text, rich)).toBeUndefined();
  });
});

describe("the rest of the language", () => {
  test.each([
    ['prediction.direction == "LONG" && prediction.model != "other"', true],
    ['prediction.direction in ["SHORT", "FLAT"]', false],
    ['clock.time >= time("09:40") && clock.time < time("09:41")', true],
    ['clock.weekday == "FRI"', true],
    ["session.early_close ? false : session.minutes_to_close == 380", true],
    ["session.regular == true && !market.halted", true],
    ["rule.fires_in_session == 0 || rule.minutes_since_fired > 5", true],
    ["position.age_minutes > 5 || orders.working == 0", true],
    ["position.age_minutes > 5", undefined],
  ] as const)("%s", (text, expected) => {
    expect(valueOf(text)).toBe(expected);
  });
});

describe("is refused in words", () => {
  test.each([
    ["market.bid > market.volume", "`>` does not go between a price and shares"],
    ["market.bid + 1", "true or false is needed, this is a price"],
    ["session.minutes_since_open > market.bid", "`>` does not go between minutes and a price"],
    [
      "market.bid > 1 / 3",
      "whole numbers divide to a whole number in CEL: write one of them with a point, such as `2.0`",
    ],
    ["market.bid > 1.0 / 0.0", "a division by zero"],
    ["market.halted > 1", "`>` does not go between true or false and a number"],
    ['market["bid"] > 1', "`[…]` behind a name is not part of the rule language"],
    ["has(market.bid)", "no function is called `has`; did you mean `abs`?"],
    ["known(market.bid)", "no function is called `known`; there are abs, min, max, number, time"],
    ["market.bid > null", "there is no null: what is missing is UNKNOWN"],
    ['clock.time > time("9:99")', 'a time of day is "HH:MM" in exchange time, such as "09:45"'],
    [
      "prediction.direction == prediction.model",
      'a text is compared with one in quotes, such as `prediction.direction == "LONG"`',
    ],
    ["market.unknown_thing > 1", "nothing is called `market.unknown_thing`; there are market.bid"],
    ["[1].exists(x, x > 0)", "`.exists(…)` is not part of the rule language"],
    ["market.bid % 2 == 0", "`%` is not part of the rule language"],
  ])("%s", (text, message) => {
    expect(refusalOf(text)).toContain(message);
  });

  test("nothing nested beyond reason, nothing endless", () => {
    expect(refusalOf(`${"(".repeat(200)}true${")".repeat(200)}`)).not.toBe("");
    expect(refusalOf(Array.from({ length: 3000 }, () => "true").join(" && "))).not.toBe("");
  });
});
