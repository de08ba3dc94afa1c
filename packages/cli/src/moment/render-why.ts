import { leafText } from "../explain/render.ts";
import { exchangeTextOf } from "./parse-moment.ts";
import type { Why, WhyRule } from "./why.ts";

type Decision = WhyRule["now"];

/** An answer as a person reads it: a paragraph for each rule. */
export function renderWhy({ strategy, version, symbol, group, seq, atUs, rules, replayed }: Why): string {
  const head = `${symbol} (${group}), strategy ${strategy} ${version.slice(0, 12)}, at ${exchangeTextOf(atUs)} of the exchange's clock, entry ${seq}; ${replayed} entries replayed`;
  return [head, ...rules.flatMap((rule) => ["", ...ruleLines(rule, atUs)])].join("\n");
}

function ruleLines({ rule, on, asked, now }: WhyRule, atUs: number): readonly string[] {
  if (asked === undefined)
    return [
      `${rule} (on ${on}): never asked so far in this version. Had it been: ${outcomeText(now)}`,
      ...detailLines(now),
    ];
  const { decision } = asked;
  const when = `asked at ${exchangeTextOf(asked.atUs)} by ${decision.triggerKey} [${asked.seq}]`;
  const own = [`${rule} (on ${on}): ${outcomeText(decision)}, ${when}`, ...detailLines(decision)];
  if (asked.atUs === atUs) return own;
  const later =
    now.firstBlocker === "" ? "nothing would have held it back" : `${now.firstBlocker} would have held it back`;
  return [...own, `  not asked since; had it been at this moment, ${later}`];
}

const outcomeText = ({ outcome, firstBlocker }: Decision): string =>
  firstBlocker === "" ? outcome : `${outcome} by ${firstBlocker}`;

function detailLines({ leaves, sizing, clOrdId }: Decision): readonly string[] {
  return [
    ...leaves.map((leaf) => `  ${leafText(leaf)}`),
    ...(sizing.length === 0 ? [] : [`  sizing: ${sizing.map(({ key, value }) => `${key}=${value}`).join(" ")}`]),
    ...(clOrdId === undefined ? [] : [`  what became of it: ./bowline explain ${clOrdId}`]),
  ];
}
