/** What every anomaly of the book says; its effect comes with it. */
export type Anomaly = {
  readonly code:
    | "ILLEGAL_STEP"
    | "OVERFILL"
    | "EXECUTION_MALFORMED"
    | "EXECUTION_TOO_OLD"
    | "SECOND_ORDER_ID"
    | "UNKNOWN_BROKER_CODE"
    | "POSITION_UNEXPLAINED"
    | "DROP_COPY_DIFFERS"
    | "POSITION_ADJUSTED";
  readonly subject: string;
  readonly symbol?: string;
  readonly detail: string;
};

/** The same anomaly is told once. */
export const anomalyKey = ({
  code,
  subject,
  detail,
}: Pick<Anomaly, "subject" | "detail"> & { readonly code: string }): string => `${code}|${subject}|${detail}`;
