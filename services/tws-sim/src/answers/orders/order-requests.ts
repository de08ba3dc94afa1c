import type { OrderRequest } from "@bowline/matching";
import type { PlaceOrder } from "@bowline/tws-wire";
import { type Client } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";
import type { Desk } from "../../desk.ts";
import { allAccounts } from "../accounts/which-accounts.ts";
import { keyOf } from "./order-identity.ts";
import { NO_DEFINITION } from "./order-refusal.ts";
import { readOrder } from "./read-order.ts";
import { tell } from "./tell-orders.ts";

const NO_PERMISSION = "No trading permissions.";
const READ_ONLY = "Error validating request.-'bN' : cause - The API interface is currently in Read-Only mode.";

/** Kinds of instruments that TWS has and this one does not trade. */
const OTHER_KINDS: ReadonlySet<string> = new Set([
  "OPT",
  "FUT",
  "FOP",
  "CASH",
  "CRYPTO",
  "BOND",
  "IND",
  "CFD",
  "WAR",
  "CMDTY",
  "FUND",
  "BAG",
]);

export function placeOrder(desk: Desk, client: Client, message: PlaceOrder): void {
  const { orderId, contract } = message;
  if (desk.isReadOnly) return sendError(client, orderId, 321, READ_ONLY);
  const symbol = desk.instruments.symbolOf(contract);
  if (symbol === undefined) return refuseContract(desk, client, message);
  const key = keyOf(client.clientId, orderId);
  const accounts = allAccounts(desk);
  const needsAccount = accounts.length > 1 && desk.data.switches().orderWithoutAccount === "refuse";
  const request = readOrder(
    { ...message, orderId: key.orderId },
    { symbol, clientId: key.clientId, accounts, needsAccount, desk },
  );
  if (!request.ok) return sendError(client, orderId, request.error.code, request.error.text);
  if (isStopped(desk, client, message, request.value)) return;
  tell(desk, desk.exchange.place(request.value, desk.nowUs()));
}

/** What TWS knows and this login does not trade, what it does not know, and what may be several things. */
function refuseContract({ instruments }: Desk, client: Client, { orderId, contract }: PlaceOrder): void {
  const isNumberOnly = contract.secType === "" && contract.conId !== 0;
  if (OTHER_KINDS.has(contract.secType) || (isNumberOnly && instruments.find(contract).length === 0))
    return sendError(client, orderId, 460, NO_PERMISSION);
  const picked = instruments.pick(contract);
  if (picked.ok) return sendError(client, orderId, 460, NO_PERMISSION);
  sendError(client, orderId, NO_DEFINITION.code, picked.error);
}

/** A fault may end an order before the broker sees it. */
function isStopped(desk: Desk, client: Client, { orderId }: PlaceOrder, request: OrderRequest): boolean {
  const fault = desk.faults.orders.onPlace(request.symbol);
  if (fault === undefined) return false;
  if (fault === "swallow") return true;
  sendError(client, orderId, fault.code, fault.message === "" ? undefined : fault.message);
  if (fault.outcome === "inactive") tell(desk, desk.exchange.ordain({ type: "deactivate", request }, desk.nowUs()));
  return fault.outcome !== "warning";
}

export function cancelOrder(desk: Desk, client: Client, orderId: number): void {
  if (desk.isReadOnly) return sendError(client, orderId, 321, READ_ONLY);
  const key = keyOf(client.clientId, orderId);
  if (desk.faults.orders.onCancel()) fillFirst(desk, key);
  tell(desk, desk.exchange.cancel(key.clientId, key.orderId, desk.nowUs()));
}

function fillFirst(desk: Desk, key: { readonly clientId: number; readonly orderId: number }): void {
  const order = desk.exchange.broker
    .openOrders()
    .find((one) => one.clientId === key.clientId && one.ibOrderId === key.orderId);
  if (order === undefined) return;
  const { permId, leavesQty } = order;
  tell(desk, desk.exchange.ordain({ type: "fill", permId, lastQty: leavesQty }, desk.nowUs()));
}

export function cancelEverything(desk: Desk, client: Client): void {
  if (desk.isReadOnly) return sendError(client, -1, 321, READ_ONLY);
  tell(desk, desk.exchange.cancelAll(desk.nowUs(), client.clientId));
}
