/** The packages in their order: each may import only those above it. */
export const PACKAGES = [
  "kernel",
  "config",
  "calendar",
  "contracts",
  "signing",
  "rehearsal",
  "indicators",
  "rules",
  "ib-codes",
  "orders",
  "risk",
  "ledger",
  "market",
  "matching",
  "bus",
  "recording",
  "service-kit",
  "tws-wire",
  "broker-ib",
  "backtest",
  "report",
  "chaos",
  "cli",
  "testkit",
] as const;

/** What the command line may take from a service: what it runs in memory, and what it describes. Never its edges. */
export const SERVICE_EXPORTS_FOR_CLI = [
  "machine",
  "contract",
  "admission",
  "demo-predictor",
  "predictions-csv",
  "sim",
  "settings",
] as const;

/** What only some folders may import. `inTests` lists those whose tests may too; `why` stands in the message. */
export interface Reservation {
  readonly by: readonly string[];
  readonly inTests: readonly string[];
  readonly why: string;
}

export const RESERVED: readonly (Reservation & { readonly name: string })[] = [
  // The scenarios for any TWS connect as execution does.
  { name: "broker-ib", by: ["services/execution", "e2e"], inTests: [], why: "only execution holds the socket to TWS" },
  {
    name: "tws-wire",
    by: ["services/tws-sim"],
    inTests: ["packages/broker-ib", "services/execution", "e2e"],
    why: "it is the broker's side of the wire",
  },
  {
    name: "matching",
    // The end-to-end tests hold what the simulator tells against the market that it plays.
    by: ["services/tws-sim", "packages/backtest", "packages/cli", "e2e"],
    inTests: [],
    why: "fills are the broker's; who reads them here would not see a difference",
  },
];

/** Libraries that live in one place, by the beginning of their names. */
export const LIBRARIES: readonly (Reservation & { readonly prefix: string })[] = [
  { prefix: "@nats-io/", by: ["packages/bus"], inTests: [], why: "NATS lives in packages/bus only" },
  {
    prefix: "@stoqey/ib",
    by: ["packages/broker-ib"],
    inTests: ["packages/tws-wire", "services/tws-sim", "e2e"],
    why: "IB's client lives in packages/broker-ib only",
  },
  {
    prefix: "protobufjs",
    by: ["packages/contracts", "tools"],
    inTests: [],
    why: "generated types stay in packages/contracts",
  },
];
