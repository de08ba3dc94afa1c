import { type Running } from "./process-parts.ts";
import { serveHttp } from "./http.ts";
import type { EntryBuffer } from "./entry-buffer.ts";
import type { Participant } from "./participant.ts";

/** Health, metrics and the service's own routes. */
export async function listen(
  { options, holder, keeper, buffer, metrics }: Running,
  participants: readonly Participant[],
): Promise<{ close(): Promise<void> }> {
  const { bus, config } = options;
  const standbys = (): string[] =>
    options.shareLeases === true ? [] : participants.filter((p) => !p.active).map((p) => `${p.name} is standby`);
  const http = await serveHttp({
    host: config.BOWLINE_HTTP_HOST,
    port: config.BOWLINE_HTTP_PORT,
    metrics,
    ...(options.routes === undefined ? {} : { routes: options.routes }),
    health: {
      healthy: () => bus.isConnected(),
      notReady: () => [
        ...(bus.isConnected() ? [] : ["NATS does not answer"]),
        ...standbys(),
        ...(options.notReady?.() ?? []),
      ],
      facts: () => ({
        holder,
        lag: lagOf(participants, buffer),
        ...options.facts?.(),
        participants: participants.map((p) => ({
          name: p.name,
          active: p.active,
          position: p.position(),
          epoch: keeper.epochOf(p.name) ?? 0,
        })),
      }),
    },
  });
  options.log.info({ httpPort: http.port, holder }, "listening");
  return http;
}

/** Entries that the slowest participant has not applied yet. */
export const lagOf = (participants: readonly Participant[], buffer: EntryBuffer): number =>
  participants.reduce((lag, p) => Math.max(lag, buffer.lastSeq() - p.position()), 0);
