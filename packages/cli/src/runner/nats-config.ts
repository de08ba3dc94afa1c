export type NatsConfigOptions = {
  readonly port: number;
  readonly storeDir: string;
  /** `always`: an acknowledged entry is on disk. Live trading only; simulated time has nothing to lose. */
  readonly syncInterval: "always" | "250ms";
};

/** The configuration of the nats-server that the runner starts: loopback only. */
export const renderNatsConfig = ({ port, storeDir, syncInterval }: NatsConfigOptions): string =>
  [
    `# Written by ./bowline for the server that it starts and ends itself.`,
    `server_name: bowline`,
    `listen: "127.0.0.1:${port}"`,
    `jetstream {`,
    `  store_dir: ${JSON.stringify(storeDir)}`,
    `  max_memory_store: 256MB`,
    `  max_file_store: 64GB`,
    `  sync_interval: ${syncInterval}`,
    `}`,
    `max_payload: 8MB`,
    `write_deadline: "10s"`,
    ``,
  ].join("\n");
