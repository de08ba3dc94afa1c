/** Where the scenarios run, and with what. */
export type Target = {
  readonly host: string;
  readonly port: number;
  /** The paper account; the only one of the login where it is absent. */
  readonly accountId: string | undefined;
  readonly symbol: string;
  /** Whether this run started the TWS itself: then it is a simulator whose session is about to open. */
  readonly isOwn: boolean;
};

/** The variable that `./bowline test --tws` sets: a target as JSON. */
export const TARGET_VARIABLE = "BOWLINE_TEST_TWS";
export const DEFAULT_SYMBOL = "SPY";

/** Client ids of the connections; far from those that anybody else is likely to use. */
export const CLIENT_IDS = { session: 9101, desk: 9102, spare: 9103 } as const;
