import type { Entry } from "@bowline/contracts";
import { type Us, US_PER_SECOND } from "@bowline/kernel";

/** What a restart of execution may take. */
const GOOD_FOR_SECONDS = 10;

/**
 * Why an approval is too old to act on, whatever its expiry: a gate that was down, or far behind, decides as of then, by prices and
 * positions of then.
 */
export const tooOld = ({ header }: Pick<Entry, "header">, nowUs: Us): string | undefined =>
  nowUs - header.seenUs > GOOD_FOR_SECONDS * US_PER_SECOND
    ? `decided by what was known more than ${GOOD_FOR_SECONDS} s ago`
    : undefined;
