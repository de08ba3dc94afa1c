import { type Order, ORD_TYPES, type OrdType, TIMES_IN_FORCE } from "@bowline/contracts";
import { type Px, px, shares, us } from "@bowline/kernel";
import { anOrder, at, dollars } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { BRACKET } from "../test-support.ts";
import { orderFaults } from "./order-faults.ts";
import { isReduceOnly, ORDER_TYPES, PRICE_FIELDS, type PriceField } from "./order-types.ts";

const TICK = px(10_000);
const VALUES: Readonly<Record<PriceField, Px | number>> = {
  lmtPx: dollars("100"),
  stopPx: dollars("99"),
  trailAmt: dollars("1"),
  trailPercent: 10_000,
  lmtOffset: dollars("0.10"),
  pegOffset: dollars("0.02"),
};

/** The least that a type needs. */
const needsOf = (ordType: OrdType): Partial<Order> => {
  const { needs, oneOf = [], timesInForce } = ORDER_TYPES[ordType];
  const fields = [...needs, ...oneOf.slice(0, 1)];
  return {
    lmtPx: undefined,
    ordType,
    timeInForce: timesInForce[0] ?? "DAY",
    ...Object.fromEntries(fields.map((field) => [field, VALUES[field]])),
  };
};
const faultsOf = (changes: Partial<Order>): readonly string[] =>
  orderFaults(anOrder(changes), TICK).map(({ code, field }) => `${code}:${field}`);

describe.each(ORD_TYPES)("%s", (ordType) => {
  const row = ORDER_TYPES[ordType];
  const needed = [...row.needs, ...(row.oneOf ?? []).slice(0, 1)];

  it("is fine with what it needs, and misses each of it", () => {
    expect(faultsOf(needsOf(ordType))).toEqual([]);
    for (const field of needed) expect(faultsOf({ ...needsOf(ordType), [field]: undefined })[0]).toMatch(/^MISSING:/);
  });
  it("takes no price that does not belong to it", () => {
    for (const field of PRICE_FIELDS) {
      const isTaken = [...row.needs, ...(row.oneOf ?? []), ...(row.may ?? [])].includes(field);
      const found = faultsOf({ ...needsOf(ordType), [field]: VALUES[field] });
      expect(found.includes(`NOT_TAKEN:${field}`)).toBe(!isTaken);
    }
  });
  it("takes exactly its times in force", () => {
    for (const timeInForce of TIMES_IN_FORCE) {
      const till = timeInForce === "GTD" ? { goodTillUs: at(3600) } : {};
      const found = faultsOf({ ...needsOf(ordType), timeInForce, ...till });
      expect(found.includes("TIME_IN_FORCE:timeInForce")).toBe(!row.timesInForce.includes(timeInForce));
    }
  });
  it("takes outside hours, triggers and algorithms only where they mean something", () => {
    const base = needsOf(ordType);
    expect(faultsOf({ ...base, outsideRth: true }).includes("NOT_TAKEN:outsideRth")).toBe(!row.worksOutside);
    expect(faultsOf({ ...base, triggerMethod: "LAST" }).includes("NOT_TAKEN:triggerMethod")).toBe(!row.triggers);
    const algo = { name: "ADAPTIVE", params: [{ tag: "adaptivePriority", value: "Normal" }] } as const;
    expect(faultsOf({ ...base, algo }).includes("NOT_TAKEN:algo")).toBe(row.takesAlgo !== true);
  });
});

it("knows a distance given twice, or as all of the price", () => {
  const trail = needsOf("TRAIL");
  expect(faultsOf({ ...trail, trailPercent: 10_000 })).toEqual(["CONTRADICTION:trailAmt|trailPercent"]);
  expect(faultsOf({ ...trail, trailAmt: undefined, trailPercent: 1_000_000 })).toEqual(["TOO_MUCH:trailPercent"]);
});

it("knows times that contradict one another, or that the wire cannot say", () => {
  expect(faultsOf({ timeInForce: "GTD" })).toEqual(["MISSING:goodTillUs"]);
  expect(faultsOf({ goodTillUs: at(3600) })).toEqual(["NOT_TAKEN:goodTillUs"]);
  expect(faultsOf({ timeInForce: "GTD", goodTillUs: at(30) })).toEqual(["CONTRADICTION:expiresUs"]);
  expect(faultsOf({ timeInForce: "GTD", goodTillUs: us(at(3600) + 1) })).toEqual(["NOT_WHOLE:goodTillUs"]);
  expect(faultsOf({ timeInForce: "GTD", goodTillUs: at(3600), goodAfterUs: at(3600) })).toEqual([
    "CONTRADICTION:goodTillUs",
  ]);
  expect(faultsOf({ timeInForce: "IOC", goodAfterUs: at(60) })).toEqual(["NOT_TAKEN:goodAfterUs"]);
});

it("knows sizes that are too large, not whole, or that contradict one another", () => {
  expect(faultsOf({ displayQty: shares(101) })).toEqual(["TOO_MUCH:displayQty"]);
  expect(faultsOf({ minQty: shares(0) })).toEqual(["NOT_POSITIVE:minQty"]);
  expect(faultsOf({ displayQty: shares(10), hidden: true })).toEqual(["CONTRADICTION:displayQty"]);
  expect(faultsOf({ minQty: shares(10), allOrNone: true })).toEqual(["CONTRADICTION:minQty"]);
  expect(faultsOf({ ocaGroup: "g" })).toEqual(["MISSING:ocaType"]);
  expect(faultsOf({ ocaType: "REDUCE" })).toEqual(["MISSING:ocaGroup"]);
});

describe("a bracket", () => {
  const units = (orderQty: number, target = "103") => ({
    units: [
      {
        entryClOrdId: "ENTRY20000000000000A",
        stopClOrdId: "STOP200000000000000A",
        targetClOrdId: "TARGET2000000000000A",
        orderQty: shares(orderQty),
        targetLmtPx: dollars(target),
      },
    ],
  });
  it("has its stop behind the entry and its targets before it", () => {
    expect(faultsOf({ bracket: BRACKET })).toEqual([]);
    expect(faultsOf({ bracket: { ...BRACKET, stopPx: dollars("103") } })).toContain("CONTRADICTION:bracket");
    expect(faultsOf({ bracket: { ...BRACKET, stopPx: dollars("100") } })).toEqual(["CONTRADICTION:bracket.stopPx"]);
    expect(faultsOf({ bracket: { ...BRACKET, targetLmtPx: dollars("102.001") } })).toEqual([
      "OFF_INCREMENT:bracket.targetLmtPx",
    ]);
  });
  it("of several parts leaves something for each", () => {
    expect(faultsOf({ bracket: { ...BRACKET, more: units(40) } })).toEqual([]);
    expect(faultsOf({ bracket: { ...BRACKET, more: units(100) } })).toEqual(["TOO_MUCH:bracket.more"]);
    expect(faultsOf({ bracket: { ...BRACKET, more: units(40, "98") } })).toEqual(["CONTRADICTION:bracket"]);
    const twice = { units: [{ ...units(40).units[0]!, stopClOrdId: BRACKET.stopClOrdId }] };
    expect(faultsOf({ bracket: { ...BRACKET, more: twice } })).toEqual(["CONTRADICTION:bracket.clOrdId"]);
  });
  it("is nothing for an exit", () => {
    expect(faultsOf({ bracket: BRACKET, reduceOnly: true })).toEqual(["CONTRADICTION:bracket"]);
    expect([isReduceOnly({ purpose: "EXIT" }), isReduceOnly({ purpose: "ENTRY" })]).toEqual([true, false]);
  });
});
