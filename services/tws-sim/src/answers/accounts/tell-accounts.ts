import { US_PER_MINUTE } from "@bowline/kernel";
import type { AccountView, BrokerEvent } from "@bowline/matching";
import type { Client } from "../../clients/client.ts";
import type { Desk } from "../../desk.ts";
import { sendAccountMulti } from "./account-multi.ts";
import { sendAccount } from "./account-updates.ts";
import { sendSummary } from "./summary-answers.ts";

/** What became of the accounts: told at once to who follows an account that traded, to all others every few minutes. */
export function tellAccounts(desk: Desk, events: readonly BrokerEvent[]): void {
  const traded = new Set(
    events.flatMap((event) => (event.type === "execution" ? [event.execution.order.account ?? desk.accountId] : [])),
  );
  const accounts = events.flatMap((event) => (event.type === "account" ? [event.account] : []));
  for (const client of desk.clients.values()) {
    const due = accounts.filter((account) => isDue(desk, account));
    for (const account of accounts) {
      if (due.includes(account) || traded.has(account.accountId)) tellAccount(desk, client, account.accountId);
    }
    tellSummaries(
      desk,
      client,
      due.map(({ accountId }) => accountId),
    );
  }
}

const isDue = ({ data }: Desk, { asOfUs }: AccountView): boolean =>
  asOfUs % (data.switches().accountUpdateMinutes * US_PER_MINUTE) === 0;

/** Something moved an account that was no order: told at once to who follows it. */
export function tellMoved(desk: Desk, accountId: string): void {
  for (const client of desk.clients.values()) tellAccount(desk, client, accountId);
}

function tellAccount(desk: Desk, client: Client, accountId: string): void {
  const { updates, multi } = client.accounts;
  if (updates?.accountId === accountId) sendAccount(desk, client, updates);
  for (const reqId of multi.keys()) sendAccountMulti(desk, client, reqId, accountId);
}

function tellSummaries(desk: Desk, client: Client, accountIds: readonly string[]): void {
  if (accountIds.length === 0) return;
  for (const reqId of client.accounts.summaries.keys()) sendSummary(desk, client, reqId, accountIds);
}
