/** The packages in their order: each may import only those above it. */
export const PACKAGES = [
  "kernel",
  "config",
  "calendar",
  "contracts",
  "indicators",
  "rules",
  "orders",
  "risk",
  "ledger",
  "market",
  "matching",
  "bus",
  "service-kit",
  "broker-ib",
  "tws-wire",
  "backtest",
  "report",
  "cli",
  "testkit",
] as const;

/** What the command line may take from a service: what it runs in memory, and what it describes. Never its edges. */
export const SERVICE_EXPORTS_FOR_CLI = ["machine", "contract", "admission", "demo-predictor"] as const;

/** Packages that only some folders may import. `why` stands in the message. */
export const RESERVED: readonly { readonly name: string; readonly by: readonly string[]; readonly why: string }[] = [
  { name: "broker-ib", by: ["services/execution"], why: "only execution holds the socket to TWS" },
  { name: "tws-wire", by: ["services/tws-sim", "e2e"], why: "it is the broker's side of the wire" },
  {
    name: "matching",
    by: ["services/tws-sim", "packages/backtest", "packages/cli"],
    why: "fills are the broker's; who reads them here would not see a difference",
  },
];

/** Libraries that live in one place. `inTests` lists the folders whose tests may use them as a peer to test against. */
export const LIBRARIES: readonly {
  readonly prefix: string;
  readonly by: readonly string[];
  readonly inTests: readonly string[];
  readonly why: string;
}[] = [
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
