import type { Entry } from "@bowline/contracts";
import { type Us, US_PER_MINUTE } from "@bowline/kernel";
import type { Edge, EdgePort } from "@bowline/service-kit";
import type { Admission } from "./admission.ts";
import { makeAsker } from "./asker.ts";
import { backOffMs, type Page, type PollFailure, type PredictionSource } from "./source.ts";
import { setTimer, type SetTimer } from "./timer.ts";

export type IngestOptions = {
  readonly admission: Admission;
  readonly source: PredictionSource;
  /** Real time: from one answer to the next question. Lock-step asks on every clock that begins a minute. */
  readonly pollMs: number;
  readonly onFailure?: (failure: PollFailure, failures: number) => void;
  readonly timer?: SetTimer;
};

export type Ingest = Edge & {
  /** Judges and journals predictions that were pushed; the entries, in the same order. `undefined` while this process may not write. */
  push(raws: readonly unknown[]): Promise<readonly Entry[]> | undefined;
  /** Polls without an answer since the last one. */
  failures(): number;
};

type Push = { readonly raws: readonly unknown[]; resolve(entries: readonly Entry[]): void };
/** A page that waits for its turn, the time at which it is judged, and the clock that led to it. */
type Answer = { readonly page: Page; readonly nowUs: Us; readonly cause?: Entry };

/** Asks for predictions, or is told them, and journals each verdict. A repeat of what the journal holds is dropped after a restart, refused later. */
export function makeIngest({ admission, source, pollMs, onFailure, timer = setTimer }: IngestOptions): Ingest {
  const asker = makeAsker({ source, timer, onFailure });
  let port: EdgePort | undefined;
  let cursor: string | undefined;
  /** Lock-step: the clock that begins a minute and was not asked about yet. */
  let minute: Entry | undefined;
  /** Real time: what was answered between the turns. */
  let answered: Page | undefined;
  const pushes: Push[] = [];
  let cancelTimer = (): void => undefined;

  const judge = (by: EdgePort, raws: readonly unknown[], nowUs: Us, cause?: Entry): Promise<readonly Entry[]> =>
    by.publish(raws.map((raw) => ({ event: admission.judge(raw, nowUs), ...(cause === undefined ? {} : { cause }) })));

  /** The answer to a question without a cursor overlaps with what was journaled before a restart. */
  const take = async (by: EdgePort, { page, nowUs, cause }: Answer): Promise<void> => {
    const { predictions } = page;
    const news = cursor === undefined ? predictions.filter((raw) => !admission.isKnown(raw, nowUs)) : predictions;
    await judge(by, news, nowUs, cause);
    cursor = page.cursor;
  };
  const takeMinute = async (by: EdgePort): Promise<void> => {
    if (minute?.event.kind !== "control.clock") return;
    const { nowUs } = minute.event;
    await take(by, { page: await asker.insist(cursor, nowUs), nowUs, cause: minute });
    minute = undefined;
  };
  const poll = async (by: EdgePort): Promise<void> => {
    answered = await asker.ask(cursor, by.nowUs());
    if (port === undefined) return;
    if (answered !== undefined) by.wake();
    else cancelTimer = timer(backOffMs(asker.failures()), () => void poll(by));
  };
  const takeAnswer = async (by: EdgePort): Promise<void> => {
    if (answered === undefined) return;
    await take(by, { page: answered, nowUs: by.nowUs() });
    answered = undefined;
    cancelTimer = timer(pollMs, () => void poll(by));
  };
  return {
    name: "prediction-ingest",
    async start(given) {
      port = given;
      if (!given.lockstep) void poll(given);
    },
    observe(entry) {
      admission.observe(entry);
      if (beginsMinute(entry)) minute = entry;
    },
    pending: () => pushes.length + Number(port?.lockstep === true ? minute !== undefined : answered !== undefined),
    async turn() {
      if (port === undefined) return;
      await (port.lockstep ? takeMinute(port) : takeAnswer(port));
      for (const push of pushes.splice(0)) push.resolve(await judge(port, push.raws, port.nowUs()));
    },
    async stop() {
      cancelTimer();
      port = undefined;
    },
    push(raws) {
      if (port === undefined) return undefined;
      const entries = new Promise<readonly Entry[]>((resolve) => void pushes.push({ raws, resolve }));
      port.wake();
      return entries;
    },
    failures: asker.failures,
  };
}

const beginsMinute = ({ event }: Entry): boolean => event.kind === "control.clock" && event.nowUs % US_PER_MINUTE === 0;
