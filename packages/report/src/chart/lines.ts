import {
  type StudyBar,
  initialJoin,
  isJoined,
  joinOther,
  joinOwn,
  makeStudy,
  otherSymbolsOf,
  unitOf,
} from "@bowline/indicators";
import { MICROS } from "@bowline/kernel";
import { type PlainBar, initialResample, resample } from "@bowline/market";
import type { DeclaredIndicator } from "@bowline/rules";
import type { ChartLine } from "./session-chart.ts";

type LineInputs = {
  readonly indicators: Readonly<Record<string, DeclaredIndicator>>;
  /** Every bar of the symbol, those before the session for the warm-up. */
  readonly bars: readonly PlainBar[];
  barsOf(symbol: string): readonly PlainBar[];
  /** Closes of the bars that are drawn. */
  readonly drawn: ReadonlySet<number>;
};

/** The indicators over final bars, read at the close of each bar that is drawn. */
export const linesOf = (inputs: LineInputs): readonly ChartLine[] =>
  Object.entries(inputs.indicators).map(([name, declared]) => {
    const unit = unitOf(declared.spec);
    const scale = unit === "price" || unit === "volume" ? MICROS : 1;
    const { indicator, params } = declared.spec;
    const numbers = Object.values(params ?? {}).join(", ");
    const title = `${name}: ${indicator}${numbers === "" ? "" : `(${numbers})`}${declared.timeframe === "1m" ? "" : ` of ${declared.timeframe}`}`;
    return {
      name,
      title,
      isPrice: unit === "price",
      values: valuesOf(declared, inputs).map((value) => scaled(value, scale)),
    };
  });

const scaled = (value: number | undefined, scale: number): number | null =>
  value === undefined ? null : value / scale;

function valuesOf(declared: DeclaredIndicator, { bars, barsOf, drawn }: LineInputs): readonly (number | undefined)[] {
  const study = makeStudy(declared.spec);
  const state = study.init();
  const feed = (ready: readonly StudyBar[]): void => {
    for (const bar of ready) study.push(state, bar);
  };
  const longer = longerBars(declared);
  const [other] = otherSymbolsOf(declared.spec);
  if (other === undefined)
    return bars.flatMap((bar) => {
      feed(longer(bar));
      return drawn.has(bar.closeUs) ? [study.value(state)] : [];
    });
  // What is drawn is the value once both symbols have closed the minute.
  const join = initialJoin();
  const longerOther = longerBars(declared);
  const theirs = [...barsOf(other)];
  return bars.flatMap((bar) => {
    while (theirs[0] !== undefined && theirs[0].closeUs <= bar.closeUs)
      for (const long of longerOther(theirs.shift() as PlainBar)) feed(joinOther(join, long));
    for (const long of longer(bar)) feed(joinOwn(join, long));
    return drawn.has(bar.closeUs) ? [isJoined(join) ? study.value(state) : undefined] : [];
  });
}

function longerBars({ timeframe }: DeclaredIndicator): (bar: PlainBar) => readonly PlainBar[] {
  if (timeframe === "1m") return (bar) => [bar];
  const state = initialResample();
  return (bar) => resample(timeframe, state, bar);
}
