import { type ClientMessageOf, encode } from "@bowline/tws-wire";
import { type Client, send } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";
import type { Desk } from "../../desk.ts";
import { summaryOf } from "./account-rows.ts";
import { isNews } from "./account-subscriptions.ts";
import { namedAccounts } from "./which-accounts.ts";

const NOT_PROCESSED = 322;
/** Of one client. */
const MAX_SUMMARIES = 2;

/** The tags of all accounts ("All") or of the one that is named, then what changes of them. Groups are for advisers. */
export function subscribeSummary(
  desk: Desk,
  client: Client,
  { reqId, group, tags }: ClientMessageOf<"reqAccountSummary">,
): void {
  const { summaries } = client.accounts;
  if (!summaries.has(reqId) && summaries.size >= MAX_SUMMARIES) return sendError(client, reqId, NOT_PROCESSED);
  const accountIds = namedAccounts(desk, group);
  // Some clients take 321 for a warning and would wait for ever. The words are ours: TWS's own are not known.
  if (accountIds === undefined)
    return sendError(
      client,
      reqId,
      NOT_PROCESSED,
      `Error processing request.-'bN' : cause - This login has no account group ${JSON.stringify(group)}.`,
    );
  summaries.set(reqId, { accountIds, tags, told: new Map() });
  sendSummary(desk, client, reqId, accountIds);
}

/** What is new of the accounts, and the end mark where something was, or nothing was told before. */
export function sendSummary(desk: Desk, client: Client, reqId: number, accountIds: readonly string[]): void {
  const summary = client.accounts.summaries.get(reqId);
  if (summary === undefined) return;
  const { tags, told } = summary;
  let isTold = told.size === 0;
  for (const accountId of accountIds) {
    if (!summary.accountIds.includes(accountId)) continue;
    for (const { key: tag, value, currency } of summaryOf(desk, accountId, tags)) {
      if (!isNews(told, `${accountId} ${tag} ${currency}`, value)) continue;
      isTold = true;
      send(client, encode.accountSummary, { reqId, accountId, tag, value, currency });
    }
  }
  if (isTold) send(client, encode.accountSummaryEnd, { reqId });
}
