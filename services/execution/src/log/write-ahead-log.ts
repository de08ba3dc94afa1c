import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Result, err, ok } from "@bowline/kernel";
import { EXIT_DISK, HaltError } from "@bowline/service-kit";
import {
  type AccountCanceled,
  type LoggedKill,
  type LogRecord,
  type Replacing,
  type Submitting,
  recordSchema,
} from "./log-records.ts";
import { type RecordFile, type RecordFileError, openRecordFile } from "./record-file.ts";

/** How far an order came, as this disk knows. */
export type LoggedOrder = { readonly record: Submitting; state: "SUBMITTING" | "SENT" | "ABANDONED"; reason: string };

/** Where this disk's knowledge of a journal begins. */
export type Coverage = { readonly generation: string; readonly seq: number };

/** The write-ahead log of execution: what it was about to do, on the disk before it is done. */
export type WriteAheadLog = {
  /**
   * Returns when the record is on the disk. Throws a HaltError where that is not certain, and from then on always: the
   * process must end without another order.
   */
  append(record: LogRecord): void;
  /** The order that a leg belongs to, by the clOrdId of any leg. */
  orderOf(clOrdId: string): LoggedOrder | undefined;
  /** Orders of one generation that are not forgotten, oldest first. */
  orders(generation: string): readonly LoggedOrder[];
  /** Those of them that were begun and not marked as sent: the question what became of them is open, or was answered by this log. */
  unsent(generation: string): readonly LoggedOrder[];
  /** Orders that ended before this time may be forgotten; 0 where none are. */
  forgottenUs(): number;
  /** The newest GENERATION record. */
  coverage(): Coverage | undefined;
  /** What the account held besides: micros of a share by symbol; `undefined` before it was looked at in this coverage. */
  baseline(): ReadonlyMap<string, number> | undefined;
  /** Executions of others that are part of the baseline. */
  baselineExecIds(): readonly string[];
  /** Changes of orders of one generation that were begun, oldest first. */
  changes(generation: string): readonly Replacing[];
  /** The highest epoch of the lease under which this disk's execution took over; 0 where there is none. */
  maxEpoch(generation: string): number;
  /** What was killed and not resumed, by scope. */
  kills(): ReadonlyMap<string, LoggedKill>;
  /** The newest cancel of everything on the account; `undefined` where a kill that asks for it was logged since. */
  accountCanceled(): AccountCanceled | undefined;
  /** Another process wrote this log since it was read: what is known of it is old. */
  isForeign(): boolean;
  /** The highest order id ever begun, 0 where there is none. */
  maxIbOrderId(): number;
  readonly torn: boolean;
  close(): void;
};

export type LogError =
  | RecordFileError
  | { readonly type: "UNREADABLE"; readonly file: string; readonly message: string };

export const describeLogError = (e: LogError): string =>
  e.type === "DAMAGED"
    ? `${e.file}: ${e.message} at byte ${e.offset}. Keep the file, restore it from a copy, or move it away and reconcile by hand.`
    : `${e.file}: ${e.message}`;

/** Opens the log of this machine in a directory, which is made where it is missing. */
export function openWriteAheadLog(directory: string): Result<WriteAheadLog, LogError> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, "execution.wal");
  const records = openRecordFile(file);
  if (!records.ok) return err(records.error);
  // What was read is not kept beside what it says.
  const { payloads, ...recordFile } = records.value;
  const log = makeLog(recordFile, file);
  for (const payload of payloads) {
    const record = parseRecord(payload);
    if (record === undefined) {
      recordFile.close();
      return err({
        type: "UNREADABLE",
        file,
        message: "a record is of no kind that this build knows: start the build that wrote it",
      });
    }
    log.take(record);
  }
  return ok(log);
}

function parseRecord(payload: Buffer): LogRecord | undefined {
  try {
    const parsed = recordSchema.safeParse(JSON.parse(payload.toString("utf8")));
    return parsed.success ? parsed.data : undefined;
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}

/** Orders that were begun, by their own id and by their legs'. */
function makeLoggedOrders() {
  const orders = new Map<string, LoggedOrder>();
  const orderByLeg = new Map<string, LoggedOrder>();
  const unsent = new Set<LoggedOrder>();
  let maxIbOrderId = 0;
  let forgottenUs = 0;
  return {
    answers: {
      orderOf: (clOrdId: string) => orderByLeg.get(clOrdId),
      orders: (generation: string) => [...orders.values()].filter((order) => order.record.generation === generation),
      unsent: (generation: string) => [...unsent].filter((order) => order.record.generation === generation),
      forgottenUs: () => forgottenUs,
      maxIbOrderId: () => maxIbOrderId,
    },
    forget(record: Extract<LogRecord, { type: "FORGOTTEN" }>): ReadonlySet<string> {
      forgottenUs = Math.max(forgottenUs, record.untilUs);
      const legs = record.clOrdIds.flatMap((clOrdId) => orders.get(clOrdId)?.record.legs ?? []);
      for (const { clOrdId } of legs) orderByLeg.delete(clOrdId);
      for (const clOrdId of record.clOrdIds) {
        const order = orders.get(clOrdId);
        if (order !== undefined) unsent.delete(order);
        orders.delete(clOrdId);
      }
      return new Set(legs.map(({ clOrdId }) => clOrdId));
    },
    begin(record: Submitting): void {
      const order: LoggedOrder = { record, state: "SUBMITTING", reason: "" };
      orders.set(record.clOrdId, order);
      unsent.add(order);
      for (const leg of record.legs) {
        orderByLeg.set(leg.clOrdId, order);
        maxIbOrderId = Math.max(maxIbOrderId, leg.ibOrderId);
      }
    },
    settle(clOrdId: string, state: LoggedOrder["state"], reason: string): void {
      const order = orders.get(clOrdId);
      if (order === undefined) return;
      Object.assign(order, { state, reason });
      if (state === "SENT") unsent.delete(order);
    },
  };
}

/** Kills that are in force, and whether the account was canceled for them. */
function makeLoggedKills() {
  const kills = new Map<string, LoggedKill>();
  let accountCanceled: AccountCanceled | undefined;
  return {
    kills,
    accountCanceled: () => accountCanceled,
    takeKill(record: LoggedKill | AccountCanceled | Extract<LogRecord, { type: "RESUMED" }>): void {
      if (record.type === "ACCOUNT_CANCELED") accountCanceled = record;
      if (record.type === "RESUMED") kills.delete(record.scope);
      if (record.type !== "KILL") return;
      kills.set(record.scope, record);
      if (record.level === "CANCEL_ACCOUNT") accountCanceled = undefined;
    },
  };
}

function makeLog(
  records: Omit<RecordFile, "payloads">,
  file: string,
): WriteAheadLog & { take(record: LogRecord): void } {
  const logged = makeLoggedOrders();
  let coverage: Coverage | undefined;
  let baseline: ReadonlyMap<string, number> | undefined;
  let baselineExecIds: readonly string[] = [];
  let changes: Replacing[] = [];
  const { kills, accountCanceled, takeKill } = makeLoggedKills();
  const epochs = new Map<string, number>();

  const take = (record: LogRecord): void => {
    switch (record.type) {
      case "GENERATION":
        coverage = { generation: record.generation, seq: record.seq };
        baseline = undefined;
        baselineExecIds = [];
        return;
      case "BASELINE":
        baseline = new Map(Object.entries(record.positions));
        baselineExecIds = record.execIds ?? [];
        return;
      case "REPLACING":
        changes.push(record);
        return;
      case "SUBMITTING":
        return logged.begin(record);
      case "TAKEN":
        return void epochs.set(record.generation, Math.max(record.epoch, epochs.get(record.generation) ?? 0));
      case "FORGOTTEN": {
        const legs = logged.forget(record);
        changes = changes.filter(({ clOrdId }) => !legs.has(clOrdId));
        return;
      }
      case "SENT":
        return logged.settle(record.clOrdId, "SENT", "");
      case "ABANDONED":
        return logged.settle(record.clOrdId, "ABANDONED", record.reason);
      default:
        return takeKill(record);
    }
  };
  return {
    take,
    append(record) {
      try {
        records.append(Buffer.from(JSON.stringify(record)));
      } catch (failure) {
        const detail = `${failure instanceof Error ? failure.message : String(failure)}; nothing is sent any more`;
        throw new HaltError(EXIT_DISK, { code: "DISK_FAILED", subject: file, detail }, failure);
      }
      take(record);
    },
    ...logged.answers,
    coverage: () => coverage,
    baseline: () => baseline,
    baselineExecIds: () => baselineExecIds,
    changes: (generation) => changes.filter((change) => change.generation === generation),
    maxEpoch: (generation) => epochs.get(generation) ?? 0,
    kills: () => kills,
    accountCanceled,
    isForeign: records.isForeign,
    torn: records.torn,
    close: records.close,
  };
}
