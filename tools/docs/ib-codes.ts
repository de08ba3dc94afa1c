import { CODE_CONTEXTS, type CodeContext, IB_CODE_ROWS } from "../../packages/ib-codes/src/index.ts";
import { code, opening, sections, table } from "./markdown.ts";

const ABOUT: Readonly<Record<CodeContext, string>> = {
  place: "An order that was placed, with neither a modify nor a cancel of ours under way.",
  modify: "An order with a modify of ours under way: one that fails leaves the order as it was.",
  cancel: "An order with a cancel of ours under way: that it was refused says nothing about what the order is.",
  data: "A request: a subscription, history, details, a list of orders or positions.",
  session: "The connection: codes under the id -1, and those that the library itself makes.",
};

const rowsOf = (context: CodeContext): string[][] =>
  IB_CODE_ROWS.filter((row) => row.context === context)
    .toSorted((a, b) => a.code - b.code)
    .map((row) => [
      String(row.code),
      row.text,
      code(row.effect),
      row.seenIn === undefined ? row.evidence : `${row.evidence}: ${code(row.seenIn)}`,
      row.source,
    ]);

/** IB's codes with what each does here. */
export function renderIbCodes(): string {
  const count = (evidence: string): number => IB_CODE_ROWS.filter((row) => row.evidence === evidence).length;
  return sections([
    opening("IB's codes", "packages/ib-codes/src"),
    `What TWS's codes mean, by what they are about: ${IB_CODE_ROWS.length} rows, ${new Set(IB_CODE_ROWS.map((row) => row.code)).size} codes. One table serves
execution, the order book and the broker session. A code that its context lacks changes no state, and a person is told (\`UNKNOWN_BROKER_CODE\`).

How an effect is known: *seen* (${count("seen")}): the test or rehearsal named drives it over a socket against our simulator; none was seen at a real
TWS. *read* (${count("read")}): IB's documents, or another adapter, say so. *assumed* (${count("assumed")}): nobody does; then the outcome of an order is unknown.

| effect on an order | |
|---|---|
| \`REJECTED\` | refused, whatever was heard before |
| \`REJECTED_IF_NEW\` | refused where the broker had not accepted it; an order that works lives on |
| \`CANCELED\` | ended; what was filled stays filled |
| \`CANCEL_REFUSED\`, \`MODIFY_REFUSED\` | the order is what its status tells |
| \`WARNING\` | the order lives on |
| \`UNCERTAIN\` | a new order is UNKNOWN until open, completed and executed orders decide; one that works stays what it is |

| effect on a request | |
|---|---|
| \`REFUSED\` | it ends without an answer, which is never an empty one |
| \`RETRY\`, \`RESUBSCRIBE\`, \`BLOCKED\` | a subscription is asked for again, once for each refusal and later each time; \`BLOCKED\` tells a person too |
| \`GONE\` | there was nothing to cancel |
| \`WARNING\` | it goes on |`,
    ...CODE_CONTEXTS.flatMap((context) => [
      `## ${context}`,
      ABOUT[context],
      table(["code", "IB's words, shortened", "effect", "known", "source"], rowsOf(context)),
    ]),
  ]);
}
