import { type Result, err, ok } from "@bowline/kernel";
import type { RequestError } from "./broker-data.ts";

/** A request under way: what has come so far, until its End message, an error or the time-out. */
export type OpenRequest<T> = {
  readonly reqId: number;
  readonly name: string;
  readonly parts: T[];
  readonly result: Promise<Result<readonly T[], RequestError>>;
};

type Waiting = {
  readonly request: OpenRequest<unknown>;
  readonly settle: (result: Result<readonly unknown[], RequestError>) => void;
};

/**
 * Requests by their id. The ids start far above any order id: an error names either, and must not be taken for the other.
 */
export type Requests = {
  open<T>(name: string): OpenRequest<T>;
  /** An id for what has no end: a subscription. */
  nextId(): number;
  isRequestId(id: number): boolean;
  add(reqId: number, part: unknown): void;
  end(reqId: number): void;
  fail(reqId: number, code: number, message: string): void;
  /** The session ended: all of them fail, and whatever is opened from now on fails at once. */
  close(): void;
  isClosed(): boolean;
};

const FIRST_REQUEST_ID = 1_500_000_000;

export function makeRequests(timeoutMs: number): Requests {
  const waiting = new Map<number, Waiting>();
  let lastId = FIRST_REQUEST_ID;
  let closed = false;
  const settle = (
    reqId: number,
    result: (request: OpenRequest<unknown>) => Result<readonly unknown[], RequestError>,
  ): void => {
    const found = waiting.get(reqId);
    if (found === undefined) return;
    waiting.delete(reqId);
    found.settle(result(found.request));
  };
  return {
    nextId: () => ++lastId,
    isRequestId: (id) => id > FIRST_REQUEST_ID,
    open<T>(name: string): OpenRequest<T> {
      const reqId = ++lastId;
      // Nobody would ever settle it: who goes on asking a session that is over must not wait.
      if (closed) return { reqId, name, parts: [], result: Promise.resolve(err({ type: "closed", request: name })) };
      const { promise, resolve } = Promise.withResolvers<Result<readonly T[], RequestError>>();
      const timer = setTimeout(
        () => settle(reqId, () => err({ type: "timeout", request: name, afterMs: timeoutMs })),
        timeoutMs,
      );
      const request: OpenRequest<T> = { reqId, name, parts: [], result: promise };
      waiting.set(reqId, {
        request: request as OpenRequest<unknown>,
        settle: (result) => {
          clearTimeout(timer);
          resolve(result as Result<readonly T[], RequestError>);
        },
      });
      return request;
    },
    add: (reqId, part) => void waiting.get(reqId)?.request.parts.push(part),
    end: (reqId) => settle(reqId, (request) => ok(request.parts)),
    fail: (reqId, code, message) =>
      settle(reqId, (request) => err({ type: "refused", request: request.name, code, message })),
    isClosed: () => closed,
    close: () => {
      closed = true;
      for (const reqId of waiting.keys()) settle(reqId, (request) => err({ type: "closed", request: request.name }));
    },
  };
}
