/** Something that the broker told and that changed no order, but that an operator should hear of. */
export type Finding = {
  readonly code:
    | "ILLEGAL_STEP"
    | "LATE_FILL"
    | "EXECUTION_CORRECTED"
    | "EXECUTION_MALFORMED"
    | "INACTIVE"
    | "SECOND_ORDER_ID"
    | "BROKER_CODE"
    | "UNKNOWN_BROKER_CODE";
  /** clOrdId, execId or permId. */
  readonly subject: string;
  readonly detail: string;
};
