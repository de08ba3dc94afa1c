import { z } from "@bowline/config";
import { err, ok, type Result } from "@bowline/kernel";
import type { Page, PollFailure, PredictionSource } from "./source.ts";

export type ApiOptions = {
  /** Such as http://127.0.0.1:8085/v1/predictions. */
  readonly url: string;
  /** Sent as `Authorization: Bearer …`; none where the API asks for none. */
  readonly token: string | undefined;
  readonly timeoutMs: number;
};

const pageSchema = z.object({ predictions: z.array(z.unknown()).max(100_000), cursor: z.string().min(1).max(1_000) });

/** Asks the REST API of a model, as docs/how-to/connect-a-model.md describes it. */
export function makeApiSource({ url, token, timeoutMs }: ApiOptions): PredictionSource {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return {
    async poll(after, asOfUs) {
      const address = new URL(url);
      if (after !== undefined) address.searchParams.set("after", after);
      address.searchParams.set("asOf", String(asOfUs));
      try {
        const response = await fetch(address, { headers, signal: AbortSignal.timeout(timeoutMs), redirect: "error" });
        const text = await response.text();
        if (response.status !== 200)
          return err({ type: "status", message: `${url} answered ${response.status}: ${text.slice(0, 200)}` });
        return parsePage(text, url);
      } catch (failure) {
        return err(failureOf(failure, url, timeoutMs));
      }
    },
  };
}

function parsePage(text: string, url: string): Result<Page, PollFailure> {
  try {
    const parsed = pageSchema.safeParse(JSON.parse(text));
    if (parsed.success) return ok(parsed.data);
    return err({ type: "malformed", message: `${url} gave no page of predictions: ${z.prettifyError(parsed.error)}` });
  } catch {
    return err({ type: "malformed", message: `${url} gave no JSON: ${text.slice(0, 200)}` });
  }
}

function failureOf(failure: unknown, url: string, timeoutMs: number): PollFailure {
  const error = failure instanceof Error ? failure : new Error(String(failure));
  if (error.name === "TimeoutError")
    return { type: "timeout", message: `${url} did not answer within ${timeoutMs} ms` };
  const cause = error.cause instanceof Error ? error.cause.message : error.message;
  return { type: "unreachable", message: `${url} cannot be reached: ${cause}` };
}
