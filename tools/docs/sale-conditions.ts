import {
  consolidatedTape,
  recordedFlags,
  type SaleConvention,
  type SaleEffect,
} from "../../packages/market/src/index.ts";
import { code, opening, sections, table } from "./markdown.ts";

const LAST: Readonly<Record<SaleEffect["last"], string>> = { SETS: "yes", IF_FIRST: "first of the day", NO: "no" };
const yesNo = (value: boolean): string => (value ? "yes" : "no");

const conventionParts = ({ name, source, conditions }: SaleConvention): string[] => [
  `## ${name[0]?.toUpperCase() ?? ""}${name.slice(1)}`,
  `Source: ${source}.`,
  table(
    ["code", "condition", "open, last", "high, low", "volume"],
    conditions.map(({ code: text, name: condition, effect }) => [
      code(text),
      condition,
      LAST[effect.last],
      yesNo(effect.highLow),
      yesNo(effect.volume),
    ]),
  ),
];

/** What each condition of a sale lets its trade do to the bar of its minute. */
export function renderSaleConditions(): string {
  return sections([
    opening("Sale conditions", "packages/market/src/tick-bars"),
    `Which trades set the prices and the volume of a bar that is built from ticks. A trade with several conditions does what each of them
allows; a code that its table lacks counts for volume alone and is told with the bar. A bar opens with the first trade of its minute that
sets the last price and closes with the last one; a minute without one is \`NO_TRADE\`. A trade belongs to the minute that begins at or before
it, auctions too: a closing print reported at 16:01:04 is a trade of 16:01.`,
    ...[consolidatedTape("CTS"), consolidatedTape("UTP"), recordedFlags].flatMap(conventionParts),
    "In the recorded flags a trade of extended hours (`0x2000`) sets the price whatever else it is, but for the official open and close.",
  ]);
}
