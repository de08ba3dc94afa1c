import { assert } from "@bowline/kernel";
import type { AskedAccount } from "@bowline/matching";
import type { Client } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";
import type { Desk } from "../../desk.ts";

const INVALID = 321;

/** One account of the login, to be asked. */
export function accountOf({ exchange }: Desk, accountId: string): AskedAccount {
  const account = exchange.broker.accountOf(accountId);
  assert(account !== undefined, `the login has no account ${accountId}`);
  return account;
}

/** All accounts of the login, in the order in which they are listed to clients. */
export const allAccounts = ({ exchange }: Desk): readonly string[] => exchange.broker.accountIds;

/** The account that a request names; no name stands for the only one. `undefined` where it means none. */
export function namedAccount(desk: Desk, name: string): string | undefined {
  const accounts = allAccounts(desk);
  if (name === "") return accounts.length === 1 ? accounts[0] : undefined;
  return accounts.find((accountId) => accountId === name);
}

/** The same where no name, or "All", stands for all of them. */
export function namedAccounts(desk: Desk, name: string): readonly string[] | undefined {
  if (name === "" || name === "All") return allAccounts(desk);
  const one = namedAccount(desk, name);
  return one === undefined ? undefined : [one];
}

/** TWS's answer to an account that the login has not, as users report it. */
export const refuseAccount = (client: Client, reqId: number, name: string): void =>
  sendError(client, reqId, INVALID, `Error validating request.-'bN' : cause - Invalid account code '${name}'.`);
