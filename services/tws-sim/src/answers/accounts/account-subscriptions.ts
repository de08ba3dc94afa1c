/** What a client was told last, by name: TWS tells again only what has changed. */
export type Told = Map<string, string>;

/** Whether something differs from what was told last; it is what was told from now on. */
export function isNews(told: Told, name: string, text: string): boolean {
  if (told.get(name) === text) return false;
  told.set(name, text);
  return true;
}

export type AccountUpdates = { readonly accountId: string; readonly told: Told };
export type Summary = { readonly accountIds: readonly string[]; readonly tags: readonly string[]; readonly told: Told };
export type AccountMulti = {
  readonly accountIds: readonly string[];
  /** Balances by currency and the net liquidation value, nothing else. */
  readonly ledgerAndNlv: boolean;
  readonly told: Told;
};
export type PnlLine = {
  readonly accountId: string;
  /** One instrument, or the whole account where it is absent. */
  readonly conId?: number;
  readonly told: Told;
};

/** What a client gets of accounts; by request id where a request has one. */
export type AccountSubscriptions = {
  /** One account at a time: a second request ends the first. */
  updates: AccountUpdates | undefined;
  wantsPositions: boolean;
  readonly summaries: Map<number, Summary>;
  readonly multi: Map<number, AccountMulti>;
  /** Accounts whose positions are wanted. */
  readonly positionsMulti: Map<number, readonly string[]>;
  readonly pnls: Map<number, PnlLine>;
};

export const makeAccountSubscriptions = (): AccountSubscriptions => ({
  updates: undefined,
  wantsPositions: false,
  summaries: new Map(),
  multi: new Map(),
  positionsMulti: new Map(),
  pnls: new Map(),
});
