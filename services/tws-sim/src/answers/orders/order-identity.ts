/** The client id under which the broker keeps orders that a person placed in TWS itself. */
export const MANUAL_CLIENT_ID = -1;
/** The client that may bind orders placed by hand. */
export const BINDING_CLIENT_ID = 0;

/** How an order is named to clients. */
export type OrderIdentity = { readonly orderId: number; readonly clientId: number };

type Owned = { readonly clientId: number; readonly ibOrderId: number };

/**
 * An order placed by hand has id 0 for everybody, and client id 0; once client 0 has bound it, it has a negative id there. The broker
 * keeps it under a client id of its own, so that ids never meet.
 */
export function identityOf({ clientId, ibOrderId }: Owned, isBound: boolean): OrderIdentity {
  if (clientId !== MANUAL_CLIENT_ID) return { orderId: ibOrderId, clientId };
  return { orderId: isBound ? -ibOrderId : 0, clientId: BINDING_CLIENT_ID };
}

/** The order that a client means by an id: client 0 names bound orders by negative ones. */
export const keyOf = (clientId: number, orderId: number): { readonly clientId: number; readonly orderId: number } =>
  clientId === BINDING_CLIENT_ID && orderId < 0
    ? { clientId: MANUAL_CLIENT_ID, orderId: -orderId }
    : { clientId, orderId };
