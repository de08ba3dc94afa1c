import type { DecisionLeaf } from "@bowline/contracts";
import { exchangeTextOf } from "../moment/parse-moment.ts";
import type { Difference, Told } from "./difference.ts";

/** One line for the place, one for what each decided, one for what tells them apart. */
export const renderDifference = ({ seq, atUs, symbol, rule, active, candidate, leaf }: Difference): string =>
  [
    `${exchangeTextOf(atUs)}  ${symbol} ${rule}  [${seq}]`,
    `  active     ${toldText(active)}`,
    `  candidate  ${toldText(candidate)}`,
    ...(leaf === undefined
      ? []
      : [`  ${leaf.name}: ${leafText(leaf.active)} in the active, ${leafText(leaf.candidate)} in the candidate`]),
  ].join("\n");

function toldText(told: Told | undefined): string {
  if (told === undefined) return "not asked";
  if (told.outcome === "BLOCKED") return `BLOCKED by ${told.firstBlocker}`;
  const sizing = told.sizing.map(({ key, value }) => `${key}=${value}`).join(" ");
  return sizing === "" ? "FIRED" : `FIRED, ${sizing}`;
}

const leafText = (leaf: DecisionLeaf | undefined): string =>
  leaf === undefined
    ? "none"
    : `${leaf.result} (${leaf.value}${leaf.threshold === "" ? "" : `, wanted ${leaf.threshold}`})`;
