export type NatsConfigOptions = {
  /** 0 is not allowed: who reads the file must find the server. */
  readonly port: number;
  readonly storeDir: string;
  /** `always`: an acknowledged entry is on disk. Simulated time has nothing to lose. */
  readonly syncInterval: "always" | "250ms";
};

/** The configuration of a nats-server on the loopback, without users: as `demo` and `up` start it. */
export const renderNatsConfig = ({ port, storeDir, syncInterval }: NatsConfigOptions): string =>
  [
    "# As ./bowline demo and ./bowline up write it for the server that they start: loopback only, no users.",
    "server_name: bowline",
    `listen: "127.0.0.1:${port}"`,
    "jetstream {",
    `  store_dir: ${JSON.stringify(storeDir)}`,
    "  max_memory_store: 256MB",
    "  max_file_store: 64GB",
    `  sync_interval: ${syncInterval}`,
    "}",
    "max_payload: 8MB",
    'write_deadline: "10s"',
    "",
  ].join("\n");
