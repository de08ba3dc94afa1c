import { defineContract } from "@bowline/contracts";

export const contract = defineContract({
  service: "portfolio",
  doc: "Keeps our own books of the account from fills, commissions and quotes, and holds them against the broker's.",
  consumes: [
    "order.filled",
    "order.commission",
    "order.corrected",
    "broker.external-fill",
    "broker.external-commission",
    "broker.adjustment",
    "md.quote",
    "broker.account",
    "control.clock",
  ],
  publishes: [
    "position.opened",
    "position.increased",
    "position.reduced",
    "position.flipped",
    "position.closed",
    "position.restated",
    "account",
    "account.reconciliation",
    "control.heartbeat",
  ],
});
