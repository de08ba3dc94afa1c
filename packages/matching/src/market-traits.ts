/** A sector: a factor of its own beside the market's and the groups'. */
export type SectorTraits = {
  /** Symbols, or groups of the market by name. */
  readonly members: readonly string[];
  /** Standard deviation of a day, as a ratio. */
  readonly dayVolatility: number;
};

/** Something that is to happen at a time, whatever the draws say. */
export type MarketEvent = {
  readonly symbol: string;
  /** 0 is the first session. */
  readonly session: number;
  /** Whole minutes after the regular open. */
  readonly minute: number;
  /** The price moves by this ratio at once: 0.08 is 8 % up. */
  readonly jump?: number | undefined;
  /** Trading is halted (news pending) for so many whole minutes, and the jump comes with the reopening. */
  readonly haltMinutes?: number | undefined;
};

/**
 * What a synthetic market has besides factors and noise. Every member is optional and does nothing where it is absent; a market with
 * none of them has the bytes of the plain one. Ratios are of 1.
 */
export type MarketTraits = {
  readonly sectors?: Readonly<Record<string, SectorTraits>> | undefined;
  /** More overnight: the standard deviation of each symbol's own gap. */
  readonly gaps?: { readonly volatility: number } | undefined;
  /** Jumps by chance: how many a symbol and day, how large (standard deviation), and how many of them begin with a halt. */
  readonly news?:
    | {
        readonly perDay: number;
        readonly size: number;
        readonly haltRatio: number;
        readonly haltMinutes: number;
      }
    | undefined;
  /** Limit up, limit down: the symbols of tier 1; all others are tier 2. */
  readonly luld?: { readonly tier1: readonly string[] } | undefined;
  /** What the auctions trade, as parts of a day's usual volume. */
  readonly auctions?: { readonly openRatio: number; readonly closeRatio: number } | undefined;
  /** Names that trade seldom, wide and small. */
  readonly thin?: { readonly symbols: readonly string[] } | undefined;
  /** Rule 201: after a fall of 10 % short sales are restricted. */
  readonly shortSaleRule?: boolean | undefined;
  /** Sessions from 04:00 to 20:00; what trades outside regular hours as a part of a day's usual volume. */
  readonly extendedHours?: { readonly volumeRatio: number } | undefined;
  readonly events?: readonly MarketEvent[] | undefined;
};

export const hasTraits = (traits: MarketTraits): boolean => Object.values(traits).some((trait) => trait !== undefined);
