import { INDICATORS, type Indicator, type IndicatorBar, withDefaults } from "../../packages/indicators/src/index.ts";
import { makePrng } from "../../packages/kernel/src/index.ts";
import { anchor, code, opening, sections, table } from "./markdown.ts";
import { type Line, picture } from "./sparkline.ts";

const BARS = 200;
const CENT = 10_000;
const SHOWN_FROM = 80;

/** Two sessions of a made-up market: the same on every machine. */
function makeBars(): readonly IndicatorBar[] {
  const prng = makePrng("pictures");
  const bars: IndicatorBar[] = [];
  let close = 10_000;
  for (let index = 0; index < BARS; index++) {
    const open = close;
    close = Math.round(open + 12 * Math.sin(index / 11) + (prng.unit() - 0.5) * 40);
    const high = Math.max(open, close) + Math.floor(prng.unit() * 15);
    const low = Math.min(open, close) - Math.floor(prng.unit() * 15);
    const px = { openPx: open * CENT, highPx: high * CENT, lowPx: low * CENT, closePx: close * CENT };
    const volume = (500 + Math.floor(prng.unit() * 4000)) * 1_000_000;
    bars.push({ ...px, volume, day: 20_240_102 + Math.floor(index / 100), minute: (index % 100) + 1 });
  }
  return bars;
}

const bars = makeBars();
const closes = bars.map(({ closePx }) => closePx);

/** Every output over the made-up market, with default parameters; a pair compares closes with opens. */
function linesOf(indicator: Indicator): readonly Line[] {
  const state = indicator.init(withDefaults(indicator.params));
  const lines = Object.entries(indicator.outputs).map(([name, output]) => ({
    name,
    output,
    values: [] as Line["values"][number][],
  }));
  for (const bar of bars) {
    if (indicator.takes === "bar") indicator.update(state, bar);
    else if (indicator.takes === "series") indicator.update(state, bar.closePx);
    else indicator.update(state, bar.closePx, bar.openPx);
    for (const { output, values } of lines) values.push(output.read(state));
  }
  const unit = lines[0]?.output.unit;
  return lines
    .filter(({ output }) => output.unit === unit)
    .map(({ name, values }) => ({ name, values: values.slice(SHOWN_FROM) }));
}

export const pictureFile = (indicator: Indicator): string => `${indicator.name}.svg`;

/** Its outputs below the closes, or over them where they are prices. */
export function renderPicture(indicator: Indicator): string {
  const lines = linesOf(indicator);
  const unit = Object.values(indicator.outputs)[0]?.unit;
  const price: Line = { name: "close", values: closes.slice(SHOWN_FROM) };
  const isLevel =
    (unit === "input" || unit === "price") && lines.some(({ values }) => (values.at(-1) ?? 0) > 50_000_000);
  return picture(indicator.title, isLevel ? [[price, ...lines]] : [[price], lines]);
}

const MISSING = {
  skip: "is no bar",
  carry: "is a bar at the last close with volume 0",
  restart: "begins anew",
  session: "no value until the next session",
} as const;

const MEMORY = {
  window: "nothing older than its bars counts",
  recursive: "older bars fade, and never quite leave",
  cumulative: "everything since the first bar",
  session: "everything since the session began",
} as const;

function exampleOf({ name, takes, params, outputs }: Indicator): string {
  const numbers = Object.entries(params).map(([key, param]) => `${key}: ${param.default}`);
  const second = name === "crossing" ? "with: { sma: { period: 50 } }" : "with: SPY";
  const other = takes === "pair" ? ["of: close", second] : [];
  const [first, ...more] = Object.keys(outputs);
  const output = more.length === 0 ? [] : [`output: ${first}`];
  const body = [...numbers, ...other, ...output].join(", ");
  return `\`\`\`yaml
indicators:
  mine: { ${name}: ${body === "" ? "{}" : `{ ${body} }`} }
rules:
  - { id: example, on: bar, when: [{ indicator: { value: ind.mine, above: 0 } }], do: { exit: {} } }
\`\`\``;
}

function section(indicator: Indicator): string {
  const { title, name, doc, formula, seeding, source, params, outputs, memory, missing, takes } = indicator;
  const needed = indicator.barsNeeded(withDefaults(params));
  const runs = {
    series: "one series (`of`)",
    bar: "whole bars",
    pair: "two series (`of`, `with`); `with` may be another symbol",
  }[takes];
  return sections([
    `## ${name}`,
    `**${title}.** ${doc}`,
    `![${title}](indicators/${pictureFile(indicator)})`,
    table(
      ["", ""],
      [
        ["formula", formula],
        ["runs over", runs],
        ["first value", `${seeding}; ${needed} ${needed === 1 ? "bar" : "bars"} with its defaults`],
        ["remembers", MEMORY[memory]],
        ["a minute without a trade", MISSING[missing.noTrade]],
        [
          "a minute without data",
          missing.noData === "skip" ? "is no bar; the gap is counted" : MISSING[missing.noData],
        ],
        ["definition", "talib" in source ? `TA-Lib: ${source.talib}` : source.citation],
      ],
    ),
    ...(Object.keys(params).length === 0
      ? []
      : [
          table(
            ["parameter", "default", "from", "to", "meaning"],
            Object.entries(params).map(([key, param]) => [
              code(key),
              String(param.default),
              String(param.min),
              String(param.max),
              param.doc,
            ]),
          ),
        ]),
    table(
      ["output", "unit", "meaning"],
      Object.entries(outputs).map(([key, output]) => [code(key), output.unit, output.doc]),
    ),
    exampleOf(indicator),
  ]);
}

export function renderIndicators(): string {
  return sections([
    opening("Indicators", "packages/indicators/src/indicators"),
    `${INDICATORS.length} indicators, all streaming: each update costs O(1) or O(log n). A strategy file declares them under
\`indicators\` and rules call them \`ind.<name>\` ([the rule language](../../packages/rules/README.md)); how to
[add one](../how-to/add-an-indicator.md).

Where TA-Lib has an indicator the definition and the seeding are TA-Lib's: 300 bars of its golden vectors are kept, and the tests
hold every value against them to a relative error of 1e-9, from the first value on. Prices are whole micros; sums over a window
are exact, so that two averages cross exactly where they do and what has left a window leaves nothing behind.

An indicator without a value (cold, or blind after a gap) is UNKNOWN to a rule, and UNKNOWN never fires. A bar that comes again
with the same close time replaces the last one; one that is older changes nothing. \`./bowline indicators check FILE\` says how many
bars and days each indicator of a strategy needs, and the error that is left then. Prices in rules are dollars, volumes are shares;
*input* is the unit of whatever the indicator runs over. The pictures show defaults over a made-up market, closes in grey.`,
    INDICATORS.map(({ name }) => `[${name}](#${anchor(name)})`).join(" · "),
    ...INDICATORS.map(section),
  ]);
}
