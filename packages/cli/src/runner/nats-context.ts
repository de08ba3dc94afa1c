/**
 * A context of the `nats` command for a server on its usual port: copied to ~/.config/nats/context/bowline.json it is used by
 * `nats --context bowline`. Where the server has users, `user` and `password` come besides.
 */
export const NATS_CONTEXT = {
  description: "Bowline on this machine",
  url: "nats://127.0.0.1:4222",
} as const;
