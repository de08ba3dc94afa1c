import { type Contract, EventName, IBApi, type Order } from "@stoqey/ib";

/** Every open order of a TWS as another client is told of it, as the library reads it, by its orderRef. */
export async function readOpenOrders(port: number): Promise<ReadonlyMap<string, Order>> {
  const api = new IBApi({ host: "127.0.0.1", port });
  const orders = new Map<string, Order>();
  api.on(EventName.openOrder, (_id: number, _contract: Contract, order: Order) => {
    orders.set(order.orderRef ?? "", order);
  });
  const ended = Promise.withResolvers<void>();
  api.on(EventName.openOrderEnd, () => ended.resolve());
  api.on(EventName.nextValidId, () => api.reqAllOpenOrders());
  api.connect(99);
  await ended.promise;
  api.disconnect();
  return orders;
}
