import {
  ALL,
  NOTHING,
  type Sale,
  type SaleCondition,
  type SaleConvention,
  type SaleEffect,
  VOLUME,
} from "./sale-conditions.ts";

/** A trade of extended hours sets the price whatever else it is. */
const EXTENDED_HOURS = 0x2000;

const flag = (bit: number, name: string, effect: SaleEffect = ALL): SaleCondition & { readonly bit: number } => ({
  code: `0x${bit.toString(16)}`,
  bit,
  name,
  effect,
});

/** LEAN's `TradeConditionFlags`, all that the recorded day has. */
const FLAGS = [
  flag(0x1, "regular"),
  flag(0x2, "cash"),
  flag(0x4, "next day"),
  flag(0x20, "intermarket sweep", VOLUME),
  flag(0x40, "opening print"),
  flag(0x80, "closing print"),
  flag(0x200, "derivatively priced"),
  flag(0x800, "sold"),
  flag(EXTENDED_HOURS, "extended hours: sets the price whatever else the trade is"),
  flag(0x4000, "out of sequence"),
  flag(0x4_0000, "stock option", VOLUME),
  flag(0x10_0000, "average price", VOLUME),
  flag(0x20_0000, "cross"),
  flag(0x100_0000, "official close: repeats a print", NOTHING),
  flag(0x400_0000, "official open: repeats a print", NOTHING),
  flag(0x2000_0000, "trade-through exempt"),
] as const;

const bitsOf = (flags: readonly { readonly bit: number }[]): number => flags.reduce((bits, { bit }) => bits | bit, 0);
const KNOWN = bitsOf(FLAGS);
const NO_PRICE = bitsOf(FLAGS.filter(({ effect }) => effect === VOLUME));
const NO_TRADE = bitsOf(FLAGS.filter(({ effect }) => effect === NOTHING));

/**
 * The conditions of LEAN's sample ticks of 2013 (AlgoSeek), hexadecimal bits, and the rule under which the minute bars of the
 * same set come out of them. That rule is the data vendor's: the tapes let an intermarket sweep set the price.
 */
export const recordedFlags: SaleConvention = {
  name: "LEAN's sample ticks of 2013",
  source: "found by comparing the ticks with the minute bars of the same day, three symbols",
  conditions: FLAGS,
  saleOf(text): Sale {
    const bits = /^[0-9a-f]{1,8}$/i.test(text) ? Number.parseInt(text, 16) : undefined;
    if (bits === undefined) return { effect: VOLUME, unknown: [text] };
    const rest = (bits & ~KNOWN) >>> 0;
    if (rest !== 0) return { effect: VOLUME, unknown: [`0x${rest.toString(16)}`] };
    if ((bits & NO_TRADE) !== 0) return { effect: NOTHING, unknown: [] };
    const setsPrice = (bits & NO_PRICE) === 0 || (bits & EXTENDED_HOURS) !== 0;
    return { effect: setsPrice ? ALL : VOLUME, unknown: [] };
  },
};
