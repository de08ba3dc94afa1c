import { err, type Money, ok, type Result } from "@bowline/kernel";
import type { AccountWish, MarginTerms } from "@bowline/matching";

export type LoginWish = {
  /** By name; those of a market file, or DU1234567, where there are none. */
  readonly accountIds: readonly string[];
  /** What each has at the start, where no market file says so. */
  readonly cash: Money;
  /** Margin of each, where no market file says so; the broker's plain rule where it is absent. */
  readonly margin?: MarginTerms | undefined;
  /** What a market file lists. */
  readonly scripted: readonly AccountWish[];
};

const DEFAULT_ACCOUNT = "DU1234567";

/** The accounts of the login, the first one first. An error is one line that says what to do. */
export function loginAccounts({
  accountIds,
  cash,
  margin,
  scripted,
}: LoginWish): Result<readonly AccountWish[], string> {
  if (scripted.length === 0) {
    const named = accountIds.length === 0 ? [DEFAULT_ACCOUNT] : accountIds;
    return ok([...new Set(named)].map((accountId) => ({ accountId, cash, margin })));
  }
  const listed = scripted.map(({ accountId }) => accountId);
  const stranger = accountIds.find((accountId) => !listed.includes(accountId));
  if (stranger === undefined) return ok(scripted);
  return err(
    `${stranger} is not among the accounts of the market file (${listed.join(", ")}): add it there, or name none`,
  );
}
