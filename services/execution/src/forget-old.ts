import { US_PER_MINUTE, type Us } from "@bowline/kernel";
import { REMEMBERED_US } from "@bowline/orders";
import type { Core } from "./core.ts";

const EVERY_US = 10 * US_PER_MINUTE;
/** Of a send only its last seconds matter. */
const SENT_MEMORY_MS = 600_000;
/** A record of the write-ahead log is a megabyte at most. */
const IDS_A_RECORD = 5000;

/** Now and then drops what ended long ago from everything that remembers orders: the book first, the others follow it. */
export function forgetOld(core: Core, nowUs: Us): void {
  if (nowUs - core.forgotUs < EVERY_US) return;
  core.forgotUs = nowUs;
  const untilUs = nowUs - REMEMBERED_US;
  const gone = core.book.forget(nowUs);
  forgetLogged(core, gone, untilUs);
  core.fills.forget(untilUs);
  for (const [execId, atUs] of core.heardExecutions) if (atUs < untilUs) core.heardExecutions.delete(execId);
  for (const [clOrdId, { header }] of core.approvalOf)
    if (header.seenUs < untilUs && core.book.get(clOrdId) === undefined) core.approvalOf.delete(clOrdId);
  for (const times of [core.sentMs, core.changes.sentMs])
    for (const [clOrdId, sentMs] of times) if (performance.now() - sentMs > SENT_MEMORY_MS) times.delete(clOrdId);
}

/** An order leaves the write-ahead log's memory with its last leg. Its record stays in the file, and its ids are never used again. */
function forgetLogged({ book, options }: Core, gone: readonly string[], untilUs: number): void {
  const { log } = options;
  const logged = new Set(gone.flatMap((clOrdId) => log.orderOf(clOrdId) ?? []));
  const ended = [...logged].filter(({ record }) => record.legs.every(({ clOrdId }) => book.get(clOrdId) === undefined));
  const clOrdIds = ended.map(({ record }) => record.clOrdId);
  for (let first = 0; first < clOrdIds.length; first += IDS_A_RECORD)
    log.append({ type: "FORGOTTEN", untilUs, clOrdIds: clOrdIds.slice(first, first + IDS_A_RECORD) });
}
