import { formatMicros } from "@bowline/kernel";
import { type AccountRow, accountSummary, accountValues, type AccountValueOptions } from "@bowline/matching";
import type { Desk } from "../../desk.ts";
import { accountOf } from "./which-accounts.ts";

const optionsOf = ({ data }: Desk): AccountValueOptions =>
  data.switches().accountPlaces === "exact" ? { text: formatMicros } : {};

/** Everything that TWS tells of an account. */
export const valuesOf = (desk: Desk, accountId: string): readonly AccountRow[] =>
  accountValues(accountOf(desk, accountId).standing(), optionsOf(desk));

const LEDGER = "$LEDGER-";

/** Balances by currency and the net liquidation value: the light answer of account updates for several accounts. */
export const ledgerAndNlvOf = (desk: Desk, accountId: string): readonly AccountRow[] =>
  accountValues(accountOf(desk, accountId).standing(), { ...optionsOf(desk), ledgerPrefix: true })
    .filter(({ key }) => key.startsWith(LEDGER) || key === "NetLiquidation")
    .map((row) => ({ ...row, key: row.key.replace(LEDGER, "") }));

/** The rows of a summary, tags by the alphabet: recorded so, whatever the order of the request. */
export const summaryOf = (desk: Desk, accountId: string, tags: readonly string[]): readonly AccountRow[] =>
  accountSummary(accountOf(desk, accountId).standing(), tags, optionsOf(desk)).toSorted((a, b) =>
    a.key === b.key ? 0 : a.key < b.key ? -1 : 1,
  );
