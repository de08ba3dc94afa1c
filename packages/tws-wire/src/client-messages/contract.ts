import type { FieldReader } from "../field-reader.ts";
import type { WireComboLeg, WireContract } from "../wire-types.ts";

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

export const isCombo = (contract: WireContract): boolean => contract.secType.toUpperCase() === "BAG";

/** The legs that follow the contract of a combination in requests for data: four fields each. */
export function readDataLegs(reader: FieldReader, contract: WireContract): readonly WireComboLeg[] {
  if (!isCombo(contract)) return [];
  return Array.from({ length: reader.count("comboLegs", 4) }, () => ({
    conId: reader.int("legConId"),
    ratio: reader.int("legRatio"),
    action: reader.text("legAction"),
    exchange: reader.text("legExchange"),
  }));
}
