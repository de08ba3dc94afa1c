import type { ServiceContract } from "../../packages/contracts/src/service-contract.ts";
import { renderContext } from "./context.ts";
import { renderServerConfig } from "./server-config.ts";
import { usersOf } from "./users.ts";

/** Every generated file of deploy/nats/, by its path from the root. */
export const renderFiles = (contracts: readonly ServiceContract[]): ReadonlyMap<string, string> =>
  new Map([
    ["deploy/nats/nats-server.conf", renderServerConfig(usersOf(contracts))],
    ["deploy/nats/context.json", renderContext()],
  ]);
