import { MICROS } from "@bowline/kernel";
import { expect, it } from "vitest";
import { CONTESTS, type Contestant, LIBRARIES } from "./contestants.ts";
import { makeMarket } from "./walk.ts";

const market = makeMarket(4000);
const WARM = 1000;
const warmUp = { bars: market.bars.slice(0, WARM), dollars: market.dollars.slice(0, WARM) };

/** Of the bars after the first ones: the libraries begin averages that never end with other values, and forget them. */
const sumOf = (contestant: Contestant): number => contestant(market) - contestant(warmUp);

/** Ours are fed with micros of a dollar; of those only the RSI is no price. */
const unitOf = (name: string): number => (name.startsWith("RSI") ? 1 : MICROS);

it.each(CONTESTS)("$name: all compute the same, else their speed would say nothing", ({ name, of }) => {
  const ours = sumOf(of.ours) / unitOf(name);
  expect(Math.abs(ours)).toBeGreaterThan(1);
  // technicalindicators rounds the RSI to two places.
  for (const library of LIBRARIES.slice(1))
    expect([library, (sumOf(of[library]) / ours).toFixed(6)]).toEqual([library, "1.000000"]);
});
