import { type Bus, connectBus } from "@bowline/bus";
import { type BaseConfig, readSecret } from "./config.ts";

/** Connects to the NATS that a configuration names, with its user and password where it has them. */
export const connectService = (config: BaseConfig, name: string): Promise<Bus> =>
  connectBus({
    url: config.BOWLINE_NATS_URL,
    name,
    ...(config.BOWLINE_NATS_USER === undefined ? {} : { user: config.BOWLINE_NATS_USER }),
    ...(config.BOWLINE_NATS_PASSWORD_FILE === undefined
      ? {}
      : { password: readSecret(config.BOWLINE_NATS_PASSWORD_FILE) }),
  });
