import { type Result, err, ok } from "@bowline/kernel";

/** What the configuration says twice, in two variables that must agree, before an account of real money is touched. */
export type AccountMode = "paper" | "live";
export type AccountSwitches = {
  /** BOWLINE_LIVE: `yes` or nothing. */
  readonly live: boolean;
  /** BOWLINE_ACCOUNT. */
  readonly accountId: string | undefined;
};

/** Paper accounts, and paper accounts of an advisor, begin with DU and DF; every other is real money. */
const isPaperAccount = (accountId: string): boolean => /^D[UF]\d/.test(accountId);

/** What both switches together want; an error says which of them to change. Paper is what is left out. */
export function accountMode({ live, accountId }: AccountSwitches): Result<AccountMode, string> {
  if (accountId === undefined)
    return live ? err("BOWLINE_LIVE=yes needs the account named too: set BOWLINE_ACCOUNT") : ok("paper");
  if (isPaperAccount(accountId))
    return live
      ? err(`BOWLINE_LIVE=yes, and BOWLINE_ACCOUNT=${accountId} is a paper account: take one of them back`)
      : ok("paper");
  return live
    ? ok("live")
    : err(
        `BOWLINE_ACCOUNT=${accountId} is not a paper account, and BOWLINE_LIVE=yes is not set: live accounts are refused`,
      );
}

/** The account to trade, of those that TWS shows: it must be the one that the switches name, and of their kind. */
export function chooseAccount(
  list: string,
  wanted: string | undefined,
  mode: AccountMode = "paper",
): Result<string, string> {
  const accounts = list.split(",").filter((account) => account !== "");
  const account = wanted ?? accounts[0];
  if (account === undefined || (wanted === undefined && accounts.length > 1))
    return err(`TWS has the accounts ${list}: name one in BOWLINE_ACCOUNT`);
  if (!accounts.includes(account)) return err(`TWS has no account ${account}, only ${list}`);
  if (mode === "paper" && !isPaperAccount(account))
    return err(`${account} is not a paper account; only accounts that start with DU or DF are traded`);
  if (mode === "live" && isPaperAccount(account))
    return err(`${account} is a paper account, and the configuration is for a live one`);
  // The account that is wanted is there, but this login shows the other kind as well: one wrong click in TWS from it.
  const other = accounts.find((one) => isPaperAccount(one) !== isPaperAccount(account));
  if (other !== undefined) return err(`TWS shows ${account} and ${other}: paper and live accounts in one login`);
  return ok(account);
}
