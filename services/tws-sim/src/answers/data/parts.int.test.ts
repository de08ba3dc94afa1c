import { foldTicks, type StepTick, splitStep } from "@bowline/matching";
import { EventName } from "@stoqey/ib";
import { expect, it } from "vitest";
import { aDataClient, aSimulator, dollars, openUs, play, stepOf } from "../../test-simulator.ts";
import { order, stock } from "../../test-client.ts";

const PARTS = 10;
const STEP_US = 5_000_000;

/** What the simulator plays within a step, taken apart here once more. */
const partsOf = (step: number, symbol: string): readonly StepTick[] =>
  splitStep(stepOf(step, symbol), {
    key: `7/${openUs + (step + 1) * STEP_US}`,
    ticks: PARTS,
    ...(step === 0 ? {} : { before: stepOf(step - 1, symbol) }),
  });

const numberAt = (place: number) => (line: string) => Number(line.split(" ")[place]);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

it("tells the parts of a step one by one, and its bar with the last", async () => {
  const simulator = await aSimulator();
  await play(simulator, 1);
  const client = await aDataClient(simulator);
  client.api.reqMktData(1, stock("MSFT"), "233", false, false);
  client.api.reqTickByTickData(2, stock("MSFT"), "AllLast" as never, 0, false);
  client.api.reqRealTimeBars(3, stock("MSFT"), 5, "TRADES" as never, false);
  await client.told();
  const seen: string[][] = [];
  for (let part = 0; part < PARTS; part++) {
    expect(simulator.world.nextPartUs()).toBe(openUs + STEP_US + ((part + 1) * STEP_US) / PARTS);
    const { isStepEnd } = await simulator.world.beginPart();
    expect(isStepEnd).toBe(part === PARTS - 1);
    seen.push(await client.told());
  }
  const step = stepOf(1, "MSFT");
  const parts = partsOf(1, "MSFT");
  expect(foldTicks(parts)).toEqual(step);
  for (const [index, lines] of seen.entries()) {
    const part = parts[index]!;
    const bids = lines.filter((line) => line.startsWith("tickPrice 1 1 "));
    const isNew = index === PARTS - 1 || part.bidPx !== (parts[index - 1] ?? stepOf(0, "MSFT")).bidPx;
    expect(bids.map(numberAt(3))).toEqual(isNew ? [dollars(part.bidPx)] : []);
    const last = lines.filter((line) => line.startsWith("tickPrice 1 4 "));
    expect(last.map(numberAt(3))).toEqual(part.volume > 0 ? [dollars(part.closePx)] : []);
    expect(lines.filter((line) => line.startsWith("bar "))).toHaveLength(index === PARTS - 1 ? 1 : 0);
  }
  const all = seen.flat();
  const trades = all.filter((line) => line.startsWith(EventName.tickByTickAllLast));
  expect(trades.map(numberAt(4))).toEqual(parts.flatMap(({ prints }) => prints.map(({ px }) => dollars(px))));
  const volumes = all
    .filter((line) => line.startsWith("tickString 1 48 "))
    .map((line) => line.split(" ")[3]!.split(";"));
  expect(sum(volumes.map(([, size]) => Number(size)))).toBe(dollars(step.volume));
  const dayVolume = dollars(stepOf(0, "MSFT").volume + step.volume);
  expect(Number(volumes.at(-1)?.[3])).toBe(dayVolume);
  expect(
    all
      .filter((line) => line.startsWith("tickSize 1 8 "))
      .map(numberAt(3))
      .at(-1),
  ).toBe(dayVolume);
  const bar = all.find((line) => line.startsWith("bar "))!;
  const prices = [step.openPx, step.highPx, step.lowPx, step.closePx, step.volume];
  expect([3, 4, 5, 6, 7].map((place) => numberAt(place)(bar))).toEqual(prices.map(dollars));
});

it("lets an order that rests meet the parts in their order", async () => {
  const simulator = await aSimulator();
  await play(simulator, 1);
  const client = await aDataClient(simulator);
  // A price that a part in the middle of some step trades at, and none before.
  const found = Array.from({ length: 40 }, (_, step) => ({ step: step + 1, parts: partsOf(step + 1, "BAC") })).find(
    ({ step, parts }) => {
      const lowest = Math.min(...parts.map((part) => Math.min(part.lowPx, part.askPx)));
      const earlier = Array.from({ length: step }, (_, index) => stepOf(index, "BAC"));
      const at = parts.findIndex((part) => Math.min(part.lowPx, part.askPx) === lowest);
      return at > 0 && at < PARTS - 1 && earlier.every(({ lowPx, askPx }) => Math.min(lowPx, askPx) > lowest);
    },
  )!;
  const lows = found.parts.map((part) => Math.min(part.lowPx, part.askPx));
  const lmtPx = Math.min(...lows);
  await play(simulator, found.step - 1);
  client.api.placeOrder(client.nextValidId, stock("BAC"), order({ orderType: "LMT", lmtPrice: dollars(lmtPx) }));
  await client.told();
  for (const [index] of found.parts.entries()) {
    await simulator.world.beginPart();
    const fills = (await client.told()).filter((line) => line.startsWith("execDetails"));
    expect(fills).toHaveLength(index === lows.indexOf(lmtPx) ? 1 : 0);
  }
});
