import type { Result } from "@bowline/kernel";
import type { RequestError } from "./broker-data.ts";
import type { Priority } from "./pacing.ts";
import type { SessionState, Unnumbered } from "./session-state.ts";

export type Answer<T> = Promise<Result<T, RequestError>>;

/** A request whose End message carries its id; `message` writes it. */
export function askNumbered<T>(
  state: SessionState,
  name: string,
  message: (reqId: number) => unknown,
  priority: Priority = "request",
): Answer<readonly T[]> {
  const request = state.requests.open<T>(name);
  if (!state.requests.isClosed()) state.pacer.send(priority, () => void message(request.reqId));
  return request.result;
}

/** A request whose End message has no id: one of a kind at a time. */
export function askUnnumbered<T>(state: SessionState, name: Unnumbered, message: () => unknown): Answer<readonly T[]> {
  const request = state.requests.open<T>(name);
  if (state.requests.isClosed()) return request.result;
  state.unnumbered.set(name, request.reqId);
  state.pacer.send("request", () => void message());
  return request.result;
}

/** Asks for the time, as a probe or a fence: the answer comes after the answers to all that was asked before. */
export function askTime(state: SessionState): Answer<readonly unknown[]> {
  const request = state.requests.open("current time");
  if (state.requests.isClosed()) return request.result;
  state.pacer.send("probe", () => {
    state.timeRequests.push(request.reqId);
    state.api.reqCurrentTime();
  });
  return request.result;
}
