import { ok, parseMicros, px, qty, type Result, us } from "@bowline/kernel";
import type { OrderCondition } from "@bowline/matching";
import { parseWireTime, type WireCondition } from "@bowline/tws-wire";
import type { Instruments } from "../../instruments/instruments.ts";
import { invalid, NO_DEFINITION, type OrderRefusal } from "./order-refusal.ts";
import { triggerMethodOf } from "./trigger-methods.ts";

const MICROS_OF_A_PERCENT = 100;
const WHOLE = 1_000_000;

/** Conditions as the broker reads them: contracts by their symbols, values in its units. */
export function readConditions(
  conditions: readonly WireCondition[],
  instruments: Instruments,
): Result<readonly OrderCondition[], OrderRefusal> {
  const read: OrderCondition[] = [];
  for (const condition of conditions) {
    const one = readCondition(condition, instruments);
    if (!one.ok) return one;
    read.push(one.value);
  }
  return ok(read);
}

const wrongValue = ({ type }: WireCondition): Result<never, OrderRefusal> =>
  invalid(`The value of the ${type} condition cannot be read.`);

function readCondition(condition: WireCondition, instruments: Instruments): Result<OrderCondition, OrderRefusal> {
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
  const instrument = instruments.all.find(({ conId }) => conId === condition.conId);
  if (instrument === undefined) return { ok: false, error: NO_DEFINITION };
  const about = { conjunction, symbol: instrument.symbol, isMore };
  if (condition.type === "price") {
    const triggerMethod = triggerMethodOf(condition.triggerMethod);
    if (triggerMethod === undefined) return invalid(`Trigger method ${condition.triggerMethod} is not known.`);
    return ok({ ...about, type: "price", px: px(micros), triggerMethod });
  }
  return condition.type === "volume"
    ? ok({ ...about, type: "volume", volume: qty(micros) })
    : ok({ ...about, type: "percent", changeMicros: Math.round(micros / MICROS_OF_A_PERCENT) });
}
