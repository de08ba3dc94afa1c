import { ConfigFailure } from "@bowline/config";
import { err, ok, type Result } from "@bowline/kernel";
import type { MarketScript } from "@bowline/matching/script";
import { readMarketScript } from "./exchange/market-file.ts";
import type { Listings } from "./instruments/listings-file.ts";
import { readListings } from "./instruments/listings-file.ts";
import { readSwitches, type SwitchesFile } from "./limits/switches-file.ts";

export type UserFileNames = {
  /** A market file: traits of the synthetic market, fees, who lends shares, accounts. */
  readonly marketFile?: string | undefined;
  /** Switches of limits, data, the broker and fills, where they are not the default. */
  readonly switchesFile?: string | undefined;
  /** Instruments, beside or instead of the built-in ones. */
  readonly instrumentsFile?: string | undefined;
};

export type UserFiles = {
  readonly script: MarketScript | undefined;
  readonly switches: SwitchesFile;
  readonly listings: Listings | undefined;
};

const NO_SWITCHES: SwitchesFile = { data: {}, behaviour: {}, fills: {} };

/** Reads the files that a user named; an error has every finding of the first that cannot be used. */
export function readUserFiles({ marketFile, switchesFile, instrumentsFile }: UserFileNames): Result<UserFiles, string> {
  try {
    return ok({
      script: marketFile === undefined ? undefined : readMarketScript(marketFile),
      switches: switchesFile === undefined ? NO_SWITCHES : readSwitches(switchesFile),
      listings: instrumentsFile === undefined ? undefined : readListings(instrumentsFile),
    });
  } catch (failure) {
    if (failure instanceof ConfigFailure) return err(failure.message);
    throw failure;
  }
}
