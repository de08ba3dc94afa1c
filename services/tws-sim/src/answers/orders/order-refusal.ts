import { err, type Result } from "@bowline/kernel";

/** Why an order is refused before the broker sees it. */
export type OrderRefusal = { readonly code: number; readonly text: string };

export const refuse = (code: number, text: string): Result<never, OrderRefusal> => err({ code, text });
/** As TWS words what is wrong in a request. Some clients take 321 for a warning: only what TWS itself answers so is. */
export const invalid = (cause: string): Result<never, OrderRefusal> =>
  refuse(321, `Error validating request.-'bC' : cause - ${cause}`);
export const rejected = (reason: string): Result<never, OrderRefusal> =>
  refuse(201, `Order rejected - reason:${reason}`);
export const NO_DEFINITION: OrderRefusal = {
  code: 200,
  text: "No security definition has been found for the request",
};
