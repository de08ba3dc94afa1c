import type { Desk } from "../../desk.ts";

export type Paced = {
  readonly symbol: string;
  readonly exchange: string;
  readonly whatToShow: string;
  /** Everything that makes a request the same as another. */
  readonly identity: string;
};

/** Whether a historical request comes too soon after others of the login; where it does not, it is counted. */
export function isPaced({ data }: Desk, { symbol, exchange, whatToShow, identity }: Paced): boolean {
  const request = {
    identity,
    contract: [symbol, exchange, whatToShow].join("|"),
    weight: whatToShow === "BID_ASK" ? (2 as const) : (1 as const),
  };
  return data.limits.historyPacing.violates(request, data.limits.nowMs()) !== undefined;
}
