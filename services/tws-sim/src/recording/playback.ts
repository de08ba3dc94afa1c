import type { RecordedAnswer, RecordedRequest } from "./conversation.ts";

/** Sends the answers of one connection. */
export type Playback = {
  /** A request was asked: its answers are due after their recorded delays. */
  ask(request: RecordedRequest, send: (answer: RecordedAnswer) => void): void;
  stop(): void;
};

type Due = { readonly answer: RecordedAnswer; dueMs: number; readonly send: (answer: RecordedAnswer) => void };

/**
 * Answers go out in the order in which they were recorded, whatever the pace of the client: what came after the answer of another
 * request waits for it, so a `currentTime` is told when everything before it was. A client that asks sooner than the recorded one moves
 * the connection's time ahead: what the recorded one had been told before it asked is sent at once, and what follows comes as much sooner.
 * Answers of requests that nobody asked yet are waited for by none.
 */
export function makePlayback(speed: number): Playback {
  /** By place; those before `next` are sent. */
  let waiting: Due[] = [];
  let next = 0;
  let timer: NodeJS.Timeout | undefined;

  const go = (): void => {
    clearTimeout(timer);
    for (let due = waiting[next]; due !== undefined; due = waiting[next]) {
      const waitMs = due.dueMs - performance.now();
      if (waitMs > 0) {
        timer = setTimeout(go, Math.min(Math.ceil(waitMs), LONGEST_TIMER_MS));
        return;
      }
      next += 1;
      due.send(due.answer);
    }
  };
  return {
    ask({ place, answers }, send) {
      const nowMs = performance.now();
      const unsent = waiting.slice(next);
      const dueBefore = unsent.filter(({ answer }) => answer.place < place).map(({ dueMs }) => dueMs);
      const aheadMs = dueBefore.reduce((most, dueMs) => Math.max(most, dueMs - nowMs), 0);
      for (const one of unsent) one.dueMs -= aheadMs;
      const asked = answers.map((answer) => ({ answer, dueMs: nowMs + answer.delayMs / speed, send }));
      waiting = [...unsent, ...asked].toSorted((a, b) => a.answer.place - b.answer.place);
      next = 0;
      go();
    },
    stop: () => {
      clearTimeout(timer);
      waiting = [];
    },
  };
}

/** Of a longer time Node makes no timer; what is due later is looked at again then. */
const LONGEST_TIMER_MS = 2_147_483_647;
