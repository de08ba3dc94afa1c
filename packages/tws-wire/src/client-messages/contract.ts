import type { FieldReader } from "../field-reader.ts";
import type { WireContract } from "../wire-types.ts";

/** The twelve contract fields of a request, conId .. tradingClass. */
export function readContract(reader: FieldReader): WireContract {
  return {
    conId: reader.int("conId"),
    symbol: reader.text("symbol"),
    secType: reader.text("secType"),
    lastTradeDate: reader.text("lastTradeDate"),
    strike: reader.decimal("strike") ?? 0,
    right: reader.text("right"),
    multiplier: reader.text("multiplier"),
    exchange: reader.text("exchange"),
    primaryExch: reader.text("primaryExch"),
    currency: reader.text("currency"),
    localSymbol: reader.text("localSymbol"),
    tradingClass: reader.text("tradingClass"),
  };
}
