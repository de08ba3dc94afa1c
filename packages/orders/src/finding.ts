/** Something that the broker told and that changed no order, for the log alone; what must not be is an `order.anomaly`. */
export type Finding = {
  readonly code: "LATE_FILL" | "STALE_CORRECTION" | "INACTIVE" | "BROKER_CODE" | "ONE_OF_TWO_ENDED";
  /** clOrdId, execId or permId. */
  readonly subject: string;
  readonly detail: string;
};
