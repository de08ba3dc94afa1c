import { MICROS, mulDiv, subMoney } from "@bowline/kernel";
import { viewAccount } from "./broker-account.ts";
import type { Book } from "./broker-book.ts";
import { volumeOf, type WorkingOrder } from "./broker-state.ts";
import type { OrderCondition } from "./broker-types.ts";
import { isLevelReached, type Moment } from "./trigger.ts";

/** Whether the conditions of an order are met by what the market and the account are now. Without any they are. */
export function areConditionsMet(book: Book, order: WorkingOrder, moment: Moment): boolean {
  const conditions = order.conditions ?? [];
  if (conditions.length === 0) return true;
  if (book.state.phase !== "REGULAR" && order.conditionsIgnoreRth !== true) return false;
  const answers = conditions.map((condition) => ({
    isMet: isMet(book, order, condition, moment),
    conjunction: condition.conjunction,
  }));
  return book.terms.behaviour.conditionPrecedence === "AND_FIRST" ? andFirst(answers) : leftToRight(answers);
}

/** The conjunction of an answer ties it to the next one. */
type Answer = { readonly isMet: boolean; readonly conjunction: "a" | "o" };

export function leftToRight(answers: readonly Answer[]): boolean {
  let result = answers[0]?.isMet ?? true;
  for (const [index, { isMet: isNextMet }] of answers.slice(1).entries()) {
    result = answers[index]?.conjunction === "o" ? result || isNextMet : result && isNextMet;
  }
  return result;
}

export function andFirst(answers: readonly Answer[]): boolean {
  let isGroupMet = true;
  for (const [index, { isMet: isOneMet, conjunction }] of answers.entries()) {
    isGroupMet &&= isOneMet;
    if (conjunction === "a" && index < answers.length - 1) continue;
    if (isGroupMet) return true;
    isGroupMet = true;
  }
  return answers.length === 0;
}

const compare = (value: number, level: number, isMore: boolean): boolean => (isMore ? value >= level : value <= level);

/** What is not known meets nothing. */
function isMet(book: Book, order: WorkingOrder, condition: OrderCondition, moment: Moment): boolean {
  const { state } = book;
  switch (condition.type) {
    case "price":
      return isPriceMet(book, condition, moment);
    case "time":
      return compare(state.nowUs, condition.us, condition.isMore);
    case "margin":
      return compare(cushionPercent(book), condition.percent, condition.isMore);
    case "percent":
      return isChangeMet(book, condition);
    case "volume":
      return compare(volumeOf(state, condition.symbol), condition.volume, condition.isMore);
    case "execution":
      return (state.lastExecutions.get(condition.symbol) ?? 0) > order.notes.executionsBefore;
  }
}

type ConditionOf<T extends OrderCondition["type"]> = Extract<OrderCondition, { type: T }>;

function isPriceMet({ state, terms }: Book, condition: ConditionOf<"price">, moment: Moment): boolean {
  const step = state.quotes.get(condition.symbol);
  if (step === undefined) return false;
  const { isMore, px } = condition;
  const method = condition.triggerMethod || terms.behaviour.defaultTriggerMethod;
  return isLevelReached({ method, step, moment }, px, isMore, isMore ? step.askPx : step.bidPx);
}

function isChangeMet({ state }: Book, condition: ConditionOf<"percent">): boolean {
  const { symbol, changeMicros, isMore } = condition;
  const closePx = state.closes.get(symbol) ?? condition.firstClosePx;
  const lastPx = state.quotes.get(symbol)?.closePx;
  if (closePx === undefined || lastPx === undefined) return false;
  return compare(mulDiv(lastPx - closePx, MICROS, closePx), changeMicros, isMore);
}

/** (Equity − what is bound) ÷ equity, in whole percent; 0 where there is no equity. */
function cushionPercent(book: Book): number {
  const { equity, grossPositionValue } = viewAccount(book.state, book.terms);
  if (equity <= 0) return 0;
  const bound = mulDiv(grossPositionValue, 1, book.terms.maxLeverage) as typeof equity;
  return mulDiv(subMoney(equity, bound), 100, equity);
}
