import { ok, parseMicros, type Px, px, qty, type Result, us } from "@bowline/kernel";
import type { OrderCondition } from "@bowline/matching";
import { parseWireTime, type WireCondition } from "@bowline/tws-wire";
import type { Desk } from "../../desk.ts";
import { invalid, NO_DEFINITION, type OrderRefusal } from "./order-refusal.ts";
import { triggerMethodOf } from "./trigger-methods.ts";

const MICROS_OF_A_PERCENT = 100;
const WHOLE = 1_000_000;

/** What conditions are about: contracts, and the days before the broker's first. */
export type ConditionDesk = Pick<Desk, "instruments" | "data">;

/** Conditions as the broker reads them: contracts by their symbols, values in its units. */
export function readConditions(
  conditions: readonly WireCondition[],
  desk: ConditionDesk,
): Result<readonly OrderCondition[], OrderRefusal> {
  const read: OrderCondition[] = [];
  for (const condition of conditions) {
    const one = readCondition(condition, desk);
    if (!one.ok) return one;
    read.push(one.value);
  }
  return ok(read);
}

const wrongValue = ({ type }: WireCondition): Result<never, OrderRefusal> =>
  invalid(`The value of the ${type} condition cannot be read.`);

function readCondition(condition: WireCondition, desk: ConditionDesk): Result<OrderCondition, OrderRefusal> {
  const { conjunction } = condition;
  if (condition.type === "execution")
    return ok({ conjunction, type: "execution", symbol: condition.symbol.replace(" ", ".") });
  const { isMore, value } = condition;
  if (condition.type === "time") {
    const time = parseWireTime(value);
    return time === undefined ? wrongValue(condition) : ok({ conjunction, type: "time", isMore, us: us(time) });
  }
  const micros = parseMicros(value);
  if (micros === undefined) return wrongValue(condition);
  if (condition.type === "margin") return ok({ conjunction, type: "margin", isMore, percent: micros / WHOLE });
  const instrument = desk.instruments.all.find(({ conId }) => conId === condition.conId);
  if (instrument === undefined) return { ok: false, error: NO_DEFINITION };
  const about = { conjunction, symbol: instrument.symbol, isMore };
  if (condition.type === "price") {
    const triggerMethod = triggerMethodOf(condition.triggerMethod);
    if (triggerMethod === undefined) return invalid(`Trigger method ${condition.triggerMethod} is not known.`);
    return ok({ ...about, type: "price", px: px(micros), triggerMethod });
  }
  if (condition.type === "volume") return ok({ ...about, type: "volume", volume: qty(micros) });
  const changeMicros = Math.round(micros / MICROS_OF_A_PERCENT);
  return ok({ ...about, type: "percent", changeMicros, ...firstCloseOf(desk, instrument.symbol) });
}

/** The last price of the day before, as ticks tell it; that of a symbol which is not traded here nobody knows. */
function firstCloseOf({ data, instruments }: ConditionDesk, symbol: string): { readonly firstClosePx?: Px } {
  if (!instruments.symbols.includes(symbol)) return {};
  const { previousClosePx } = data.days.statsAt(symbol, data.endUs());
  return previousClosePx === undefined ? {} : { firstClosePx: px(previousClosePx) };
}
