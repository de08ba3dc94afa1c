import { mulDiv, type Px, ZERO_QTY } from "@bowline/kernel";
import type { SymbolStep } from "@bowline/matching";
import type { FaultOf } from "@bowline/rehearsal/fault";
import { type ActiveFault, activeWhere } from "./active-fault.ts";

type Distortion = FaultOf<"distort-data">;
type Quote = Pick<SymbolStep, "bidPx" | "askPx" | "bidQty" | "askQty">;

/** Market data that is told otherwise than it is. The exchange goes on with what is true: orders fill at its prices. */
export type Distortions = {
  /** Each symbol has one at a time. */
  begin(fault: Distortion): void;
  /** What is told of a step. */
  told<Step extends SymbolStep>(step: Step): Step;
  clear(): void;
  /** What is in force now. */
  active(): readonly ActiveFault[];
};

const PERCENT = 100;
const at = (px: number): Px => px as Px;
const moved = (px: Px, percent: number): Px => at(mulDiv(px, PERCENT + percent, PERCENT));

/** To a cent, as a feed tells it. */
const CENT = 10_000;
const toCent = (px: Px): Px => at(Math.round(Number(px) / CENT) * CENT);

function movedStep<Step extends SymbolStep>(step: Step, percent: number): Step {
  const to = (px: Px): Px => toCent(moved(px, percent));
  return {
    ...step,
    bidPx: to(step.bidPx),
    askPx: to(step.askPx),
    openPx: to(step.openPx),
    highPx: to(step.highPx),
    lowPx: to(step.lowPx),
    closePx: to(step.closePx),
    wapPx: to(step.wapPx),
  };
}

const quoteOf = ({ bidPx, askPx, bidQty, askQty }: SymbolStep): Quote => ({ bidPx, askPx, bidQty, askQty });

export function makeDistortions(): Distortions {
  const active = new Map<string, Distortion>();
  const frozen = new Map<string, Quote>();
  const distorted = <Step extends SymbolStep>(step: Step, { how, percent }: Distortion): Step => {
    const { bidPx, askPx } = step;
    switch (how) {
      case "crossed":
        return { ...step, bidPx: at(askPx + CENT), askPx: bidPx };
      case "zero":
        return { ...step, bidPx: at(0), askPx: at(0), bidQty: ZERO_QTY, askQty: ZERO_QTY };
      case "nan":
        return { ...step, bidPx: at(NaN), askPx: at(NaN) };
      case "wide":
        return { ...step, bidPx: toCent(moved(bidPx, -percent)), askPx: toCent(moved(askPx, percent)) };
      case "moved":
        return movedStep(step, percent);
      case "halted":
        return { ...step, halted: true };
      case "frozen": {
        const quote = frozen.get(step.symbol) ?? quoteOf(step);
        frozen.set(step.symbol, quote);
        return { ...step, ...quote };
      }
    }
  };
  return {
    begin: (fault) => {
      for (const symbol of fault.symbols) {
        active.set(symbol, fault);
        frozen.delete(symbol);
      }
    },
    told: (step) => {
      const fault = active.get(step.symbol);
      return fault === undefined ? step : distorted(step, fault);
    },
    clear: () => {
      active.clear();
      frozen.clear();
    },
    active: () => [...active].flatMap(([symbol, { how }]) => activeWhere(true, "distort-data", `${symbol} ${how}`)),
  };
}
