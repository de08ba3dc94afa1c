import { isoOfUs } from "@bowline/kernel";
import type { EdgePort } from "@bowline/service-kit";
import { alarm, tellFound } from "../connect.ts";
import { type Core, fail } from "../core.ts";
import type { Link } from "../link.ts";
import { differencesOf } from "../positions.ts";
import { REAL_TIME } from "../timing.ts";
import { type DropCopy, startDropCopy } from "./drop-copy.ts";

/**
 * Compares what execution knows with what a second session is told, where one is configured. What that alone was told halts its symbol, as
 * any difference that nobody can explain.
 */
export function watchWithDropCopy(
  core: Core,
  { port, link }: { readonly port: EdgePort; readonly link: Link },
): DropCopy | undefined {
  const { options, fills, heardExecutions } = core;
  const { dropCopyClientId: clientId, log } = options;
  if (clientId === undefined) return undefined;
  const timing = { ...REAL_TIME, ...options.timing };
  return startDropCopy({
    session: { ...options.tws, ...timing, clientId, paced: true, probed: true },
    everyMs: timing.dropCopyEveryMs,
    silentAfterMs: timing.dropCopySilentMs,
    backOffMs: timing.backOffMs,
    books: (accountId) =>
      link.ready() === undefined
        ? undefined
        : {
            heard: (execId) => heardExecutions.has(execId),
            differences: (positions) => differencesOf({ log, fills, accountId }, positions),
          },
    onBreak({ symbol, detail }) {
      const anomaly = { code: "DROP_COPY_DIFFERS", subject: symbol, symbol } as const;
      const seen = `${detail}, seen at ${isoOfUs(port.nowUs())}`;
      tellFound(core, core.book.raise({ ...anomaly, detail: seen }, "HALT_SYMBOL"));
    },
    onSilent(reason) {
      const detail = `nothing is compared with a second session: ${reason}`;
      alarm(core, port, { code: "DROP_COPY_SILENT", subject: `client ${clientId}`, detail });
    },
    onBug: (failure) => fail(core, failure),
  });
}
