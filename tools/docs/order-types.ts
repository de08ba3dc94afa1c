import { ORD_TYPES, STYLES } from "../../packages/contracts/src/events/index.ts";
import { termFields, TERM_NAMES } from "../../packages/contracts/src/events/order-terms.ts";
import { STYLE_TABLE } from "../../packages/orders/src/styles/index.ts";
import { ORDER_TYPES, type PriceField } from "../../packages/orders/src/terms/order-types.ts";
import { code, opening, sections, table } from "./markdown.ts";

const list = (fields: readonly PriceField[]): string => fields.map(code).join(", ");

function rowOf(ordType: (typeof ORD_TYPES)[number]): string[] {
  const { needs, oneOf = [], may = [], timesInForce, worksOutside, doc } = ORDER_TYPES[ordType];
  const either = oneOf.length === 0 ? "" : `one of ${list(oneOf)}`;
  return [
    code(ordType),
    doc,
    [list(needs), either].filter((part) => part !== "").join(", ") || "nothing",
    list(may) || "nothing",
    timesInForce.join(", "),
    worksOutside ? "yes" : "no",
  ];
}

/** Order types, attributes and styles, from the table that checks them. */
export function renderOrderTypes(): string {
  return sections([
    opening("Order types", "packages/orders/src/terms and packages/orders/src/styles"),
    `What an order may be, and what each kind needs. The risk gate denies an order that does not fit (\`MALFORMED_ORDER\`), with every
fault. The broker holds all of these: they work on while this system is down. \`MOO\` and \`LOO\` go out as market and limit orders
for the opening (\`OPG\`).`,
    table(
      ["type", "what it does", "needs", "may have", "times in force", "outside hours"],
      ORD_TYPES.map((ordType) => rowOf(ordType)),
    ),
    "## Attributes",
    `Each is absent where it does not apply. An exit (purpose \`EXIT\`) is reduce-only whether it says so or not: the gate denies it
(\`WOULD_NOT_REDUCE\`), and execution does not write it, where it could turn the position after all other exits that may still fill.`,
    table(
      ["attribute", "what it is"],
      TERM_NAMES.map((name) => [code(name), termFields[name].doc]),
    ),
    "## Styles",
    `How a quantity is worked in parts, by the desk of each ticker group (\`./bowline order --style …\`). Ours: while this system is
down a style does nothing; the orders that it made work on at the broker. It goes on after a restart where it was.`,
    table(
      ["style", "what it does"],
      STYLES.map((name) => [code(name), STYLE_TABLE[name].doc]),
    ),
    "## Groups",
    `An entry with a bracket is sent with its stop and target as its children: the broker holds them, and ends the one when the other
fills. Several targets are several whole brackets. The desk watches over every bracket and pair: where a filled part has no stop
that works or is on its way, and no exit follows, \`NAKED_POSITION\` is raised with the next event or clock; an exit that could take
more than its group holds at two clocks in a row is made smaller, or canceled; a change of that kind that is refused is asked for again
after ten seconds. A kill ends what the desk works on; what works at the broker goes on, unless the level of the kill cancels it.`,
  ]);
}
