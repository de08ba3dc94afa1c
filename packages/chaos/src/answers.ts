import type { Entry } from "@bowline/contracts";
import { isTerminal } from "@bowline/orders";
import type { OrderLife } from "./order-states.ts";
import { approvedChanges } from "./placed.ts";

/**
 * Says of which approved change there is not exactly one answer: that it was made, or that it was not. An order that ended under a
 * change has its end as the answer.
 */
export function checkAnswers(
  entries: readonly Entry[],
  lives: ReadonlyMap<string, Pick<OrderLife, "status">>,
): string | undefined {
  const answers = countAnswers(entries);
  const approved = new Set<string>();
  for (const { clOrdId, replaceId } of approvedChanges(entries)) {
    if (approved.has(replaceId)) return `the change ${replaceId} of ${clOrdId} was approved again`;
    approved.add(replaceId);
    const count = answers.get(replaceId) ?? 0;
    const isAnswered = count === 1 || (count === 0 && hasEnded(lives.get(clOrdId)));
    if (!isAnswered) return `the change ${replaceId} of ${clOrdId} has ${count} answers`;
  }
  const stranger = [...answers.keys()].find((replaceId) => !approved.has(replaceId));
  return stranger === undefined ? undefined : `the change ${stranger} was answered, and never approved`;
}

const hasEnded = (life: Pick<OrderLife, "status"> | undefined): boolean =>
  life !== undefined && isTerminal(life.status);

/** How many answers each change has, by its id. */
function countAnswers(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const answers = new Map<string, number>();
  for (const { event } of entries)
    if (event.kind === "order.replaced" || event.kind === "order.replace-rejected")
      answers.set(event.replaceId, (answers.get(event.replaceId) ?? 0) + 1);
  return answers;
}
