import { z } from "@bowline/config";
import { err, ok, type Result } from "@bowline/kernel";
import { valueAt } from "./mapping.ts";
import type { ApiShape } from "./settings.ts";
import type { Page, PollFailure, PredictionSource } from "./source.ts";

export type ApiOptions = {
  /** Such as http://127.0.0.1:8085/v1/predictions. */
  readonly url: string;
  /** Sent as `Authorization: Bearer …`, or as the shape says; none where the API asks for none. */
  readonly token: string | undefined;
  readonly shape: ApiShape;
  readonly timeoutMs: number;
};

const pageSchema = z.object({
  predictions: z.array(z.unknown()).max(100_000),
  cursor: z.string().min(1).max(1_000).optional(),
});

/** Asks the REST API of a model, as docs/how-to/connect-a-model.md describes it; another maker's where its shape says so. */
export function makeApiSource({ url, token, shape, timeoutMs }: ApiOptions): PredictionSource {
  const headers = token === undefined ? {} : headerOf(token, shape.tokenHeader);
  return {
    async poll(after, asOfUs) {
      const address = new URL(url);
      if (after !== undefined && shape.after !== false) address.searchParams.set(shape.after, after);
      if (shape.asOf !== false) address.searchParams.set(shape.asOf, String(asOfUs));
      try {
        const response = await fetch(address, { headers, signal: AbortSignal.timeout(timeoutMs), redirect: "error" });
        const text = await response.text();
        if (response.status !== 200)
          return err({ type: "status", message: `${url} answered ${response.status}: ${text.slice(0, 200)}` });
        return parsePage(text, url, shape);
      } catch (failure) {
        return err(failureOf(failure, url, timeoutMs));
      }
    },
  };
}

const headerOf = (token: string, name: string | undefined): Record<string, string> =>
  name === undefined ? { authorization: `Bearer ${token}` } : { [name]: token };

function parsePage(text: string, url: string, { list, cursor }: ApiShape): Result<Page, PollFailure> {
  try {
    const answer: unknown = JSON.parse(text);
    const told = cursor === false ? undefined : valueAt(answer, cursor);
    const parsed = pageSchema.safeParse({
      predictions: list === "" ? answer : valueAt(answer, list),
      cursor: typeof told === "number" ? String(told) : (told ?? undefined),
    });
    if (!parsed.success)
      return err({
        type: "malformed",
        message: `${url} gave no page of predictions: ${z.prettifyError(parsed.error)}`,
      });
    if (cursor !== false && parsed.data.cursor === undefined)
      return err({ type: "malformed", message: `${url} gave no cursor at \`${cursor}\`` });
    return ok({ predictions: parsed.data.predictions, cursor: parsed.data.cursor });
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
