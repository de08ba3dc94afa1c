import { type LimitBook } from "./limit-book.ts";

/**
 * What may be waived in words with real money too, and why: a rule of another kind of account, what the broker refuses by itself, what
 * another limit bounds as well, or what nobody can know at first. Everything else must be set.
 */
const MAY_BE_WAIVED: Readonly<Record<string, string>> = {
  settledCash: "it is a rule of cash accounts",
  shortLocate: "the broker refuses what it cannot lend",
  shortSalePriceTest: "the broker enforces it",
  maxSectorExposure: "groups have their limit",
  maxMinuteSigmas: "maxFiveMinuteMove bounds the same",
  breakerMinuteSigmas: "breakerFiveMinuteMove bounds the same",
  maxPredictionDrift: "a new model has no record; breakerModelBrier watches it",
};

/** Limits that are waived although real money needs them, by name. Empty where trading with it may begin. */
export const unsetForLive = ({ waivers }: LimitBook): readonly string[] =>
  Object.keys(waivers).filter((name) => !Object.hasOwn(MAY_BE_WAIVED, name));
