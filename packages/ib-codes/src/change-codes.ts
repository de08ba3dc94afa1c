import { assumed, codeRows, read, seen } from "./code-row.ts";
import { IB_ASYNC, IB_CAMPUS, IB_CODES, IB_LIMITS, STOQEY } from "./sources.ts";

const RACE = "services/tws-sim/src/faults/faults.int.test.ts";
const CALLS = "e2e/simulator/order-calls.test.ts";

/** About an order with a modify of ours under way. A modify that fails leaves the order as it was. */
export const MODIFY_CODES = [
  ...codeRows("modify", "MODIFY_REFUSED", read(IB_CODES), {
    104: "Can't modify a filled order.",
    105: "Order being modified does not match original order.",
    134: "Modify order failed.",
    329: "Order modify failed. Cannot change to the new order type.",
    422: "The account and clearing attributes on this order may not be changed.",
    440: "Order modify failed. Algorithm cannot be modified.",
    444: "The order is not yet acknowledged. Cannot submit changes at this time.",
    2102: "Unable to modify this order as it is still being processed.",
  }),
  ...codeRows("modify", "MODIFY_REFUSED", read(IB_CAMPUS), {
    10241: "Order Quantity is in monetary terms. Modification is not supported via API.",
    10242: "Fractional-sized order cannot be modified via API.",
    10308: "Revision to Post to ATS value presence is not allowed.",
    10326: "OCA group revision is not allowed.",
    10327: "OCA group type revision is not allowed.",
    10341: "Parent order id cannot be modified.",
  }),
  ...codeRows("modify", "MODIFY_REFUSED", read(`${IB_ASYNC}: the order is still live`), {
    110: "The price does not conform to the minimum price variation for this contract.",
    321: "Error validating request.",
    434: "The order size cannot be zero.",
  }),
  ...codeRows("modify", "MODIFY_REFUSED", read("ib_insync #647: a child whose parent is gone, modified"), {
    135: "Can't find order with ID =",
  }),
  ...codeRows(
    "modify",
    "UNCERTAIN",
    read("AlgoTrader's IB adapter: `201 Order rejected - reason:To late to replace order`"),
    {
      201: "Order rejected - reason:",
    },
  ),
  ...codeRows("modify", "CANCELED", read(IB_CODES), { 202: "Order Canceled - reason:" }),
  ...codeRows("modify", "CANCEL_REFUSED", read(IB_CODES), {
    161: "Cancel attempted when order is not in a cancellable state.",
    10147: "OrderId that needs to be cancelled is not found.",
    10148: "OrderId that needs to be cancelled can not be cancelled, state:",
  }),
  ...codeRows("modify", "WARNING", read(IB_ASYNC), {
    399: "Order Message:",
    404: "Order held while securities are located.",
    2148: "A warning; IB's words are not documented.",
    10349: "Order TIF was set to DAY based on order preset.",
  }),
  ...codeRows("modify", "WARNING", read(IB_CODES), {
    2109: "Attribute Outside Regular Trading Hours is ignored. PlaceOrder is now processed.",
    2137: "Cross Side Warning.",
  }),
  ...codeRows("modify", "UNCERTAIN", read(IB_LIMITS), { 100: "Max rate of messages per second has been exceeded." }),
  ...codeRows("modify", "UNCERTAIN", read(STOQEY), { 504: "Not connected." }),
  ...codeRows("modify", "UNCERTAIN", assumed(IB_CODES), {
    103: "Duplicate order ID.",
    106: "Can't transmit order ID:",
    107: "Cannot transmit incomplete order.",
    109: "Price is out of the range defined by the Percent Setting.",
    163: "The price would violate the percentage constraint in the default order settings.",
    200: "No security definition has been found for the request.",
    203: "The security is not available or allowed for this account.",
    322: "Error processing request.",
    355: "Order size does not conform to market rule.",
    382: "The price violates the number of ticks constraint in the default order settings.",
    383: "The size violates the size constraint in the default order settings.",
    388: "Order size is smaller than the minimum requirement.",
    403: "Invalid stop price.",
    460: "No trading permissions.",
  }),
] as const;

/** About an order with a cancel of ours under way. That a cancel was refused says nothing about what the order is. */
export const CANCEL_CODES = [
  ...codeRows("cancel", "CANCELED", seen(CALLS, `${IB_CODES}; Lean PR #1026`), { 202: "Order Canceled - reason:" }),
  ...codeRows("cancel", "CANCEL_REFUSED", seen(RACE, `${IB_CODES}; LEAN.IB PR #248`), {
    10148: "OrderId that needs to be cancelled can not be cancelled, state:",
  }),
  ...codeRows("cancel", "CANCEL_REFUSED", read(`${IB_CODES}; LEAN.IB PR #248`), {
    10147: "OrderId that needs to be cancelled is not found.",
  }),
  ...codeRows("cancel", "CANCEL_REFUSED", read(IB_CODES), {
    136: "This order cannot be cancelled.",
    161: "Cancel attempted when order is not in a cancellable state.",
  }),
  ...codeRows("cancel", "REJECTED", read(IB_CODES), { 201: "Order rejected - reason:" }),
  ...codeRows("cancel", "WARNING", read(IB_ASYNC), {
    399: "Order Message:",
    404: "Order held while securities are located.",
    2148: "A warning; IB's words are not documented.",
    10349: "Order TIF was set to DAY based on order preset.",
  }),
  ...codeRows("cancel", "WARNING", read(IB_CODES), {
    2102: "Unable to modify this order as it is still being processed.",
    2109: "Attribute Outside Regular Trading Hours is ignored. PlaceOrder is now processed.",
    2137: "Cross Side Warning.",
  }),
  ...codeRows("cancel", "REJECTED_IF_NEW", read(IB_CODES), {
    103: "Duplicate order ID.",
    106: "Can't transmit order ID:",
    107: "Cannot transmit incomplete order.",
    110: "The price does not conform to the minimum price variation for this contract.",
    200: "No security definition has been found for the request.",
    203: "The security is not available or allowed for this account.",
    434: "The order size cannot be zero.",
    460: "No trading permissions.",
  }),
  ...codeRows("cancel", "UNCERTAIN", read(IB_LIMITS), { 100: "Max rate of messages per second has been exceeded." }),
  ...codeRows("cancel", "UNCERTAIN", read(STOQEY), { 504: "Not connected." }),
  ...codeRows("cancel", "UNCERTAIN", assumed(IB_CODES), {
    104: "Can't modify a filled order.",
    105: "Order being modified does not match original order.",
    135: "Can't find order with ID =",
    321: "Error validating request.",
    322: "Error processing request.",
    329: "Order modify failed. Cannot change to the new order type.",
  }),
] as const;
