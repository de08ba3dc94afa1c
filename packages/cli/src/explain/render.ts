import type { DecisionLeaf, Entry, Event, EventByKind, Order } from "@bowline/contracts";
import { formatMicros, isoOfUs } from "@bowline/kernel";
import type { Chain } from "./chain.ts";

/** A chain as a person reads it: one stage a line, its details below. */
export function renderChain(chain: Chain): string {
  return [
    ...predictionLines(chain.signal),
    ...ruleLines(chain.decision),
    ...(chain.intent?.event.kind === "order.intent"
      ? [stage("intent", chain.intent, orderText(chain.intent.event.order))]
      : []),
    ...chain.verdicts.flatMap(verdictLines),
    ...chain.orders.map(orderLine),
  ].join("\n");
}

const NAME = 12;
const line = (name: string, text: string): string => `${name.padEnd(NAME)}${text}`;
const stage = (name: string, entry: Entry, text: string): string =>
  line(name, `${isoOfUs(entry.header.eventUs)}  ${text}  [${entry.seq}]`);
const detail = (text: string): string => `${" ".repeat(NAME)}  ${text}`;

function predictionLines(entry: Entry | undefined): readonly string[] {
  if (entry?.event.kind !== "signal.accepted") return [line("prediction", "none: a rule of the clock")];
  const { predictionId, model, direction, symbol, confidence, validUntilUs } = entry.event;
  return [
    stage(
      "prediction",
      entry,
      `${direction} ${symbol}, confidence ${formatMicros(confidence)}, of ${model}, valid until ${isoOfUs(validUntilUs)}, id ${predictionId}`,
    ),
  ];
}

function ruleLines(decision: EventByKind<"decision"> | undefined): readonly string[] {
  if (decision === undefined) return [line("rule", "no decision record")];
  const sizing = decision.sizing.map(({ key, value }) => `${key}=${value}`).join(" ");
  return [
    line(
      "rule",
      `${decision.strategy} / ${decision.rule}: ${decision.outcome}${decision.firstBlocker === "" ? "" : `, blocked by ${decision.firstBlocker}`}`,
    ),
    ...decision.leaves.map((leaf) => detail(leafText(leaf))),
    ...(sizing === "" ? [] : [line("sizing", sizing)]),
  ];
}

export const leafText = ({ name, value, threshold, result }: DecisionLeaf): string =>
  `${result.padEnd(8)}${name}: ${value}${threshold === "" ? "" : `, wanted ${threshold}`}`;

const priceText = (name: string, value: number | undefined): string =>
  value === undefined ? "" : ` ${name} ${formatMicros(value)}`;

function orderText(order: Order): string {
  const what = `${order.side} ${formatMicros(order.orderQty)} ${order.symbol} ${order.ordType}`;
  const prices = `${priceText("limit", order.lmtPx)}${priceText("stop", order.stopPx)}`;
  const bracket =
    order.bracket === undefined
      ? ""
      : `, bracket stop ${formatMicros(order.bracket.stopPx)} target ${formatMicros(order.bracket.targetLmtPx)}`;
  return `${what}${prices} ${order.timeInForce}${bracket}`;
}

function verdictLines(entry: Entry): readonly string[] {
  const { event } = entry;
  if (event.kind === "order.approved") return [stage("gate", entry, `approved at ${formatMicros(event.refPx)}`)];
  if (event.kind === "order.lapsed") return [stage("gate", entry, `lapsed: ${event.reason}`)];
  if (event.kind !== "order.denied") return [];
  const reasons = event.reasons.map(({ code, detail: pairs }) =>
    detail(`${code}: ${pairs.map(({ key, value }) => `${key}=${value}`).join(" ")}`),
  );
  return [stage("gate", entry, "denied"), ...reasons];
}

function orderLine(entry: Entry): string {
  const { event } = entry;
  if (event.kind.startsWith("position."))
    return stage("position", entry, positionText(event as EventByKind<"position.opened">));
  return stage(stageName(event), entry, `${event.kind.slice("order.".length)}${eventText(event)}`);
}

const stageName = (event: Event): string =>
  event.kind === "order.filled" || event.kind === "order.commission" ? "fill" : "order";

/** What stands behind the event's name. */
function eventText(event: Event): string {
  switch (event.kind) {
    case "order.submitted":
      return ` ${event.leg}: ${event.side} ${formatMicros(event.orderQty)} ${event.symbol} ${event.ordType}${priceText("limit", event.lmtPx)}${priceText("stop", event.stopPx)}, ${event.clOrdId}`;
    case "order.accepted":
      return `, orderId ${event.orderId}, ${event.clOrdId}`;
    case "order.filled":
      return `: ${formatMicros(event.lastQty)} at ${formatMicros(event.lastPx)}, ${formatMicros(event.cumQty)} so far, ${formatMicros(event.leavesQty)} left, ${event.execId}`;
    case "order.commission":
      return ` ${formatMicros(event.commission)} ${event.currency}, ${event.execId}`;
    case "order.canceled":
    case "order.unknown":
    case "order.cancel-intent":
      return `: ${event.reason}, ${event.clOrdId}`;
    case "order.rejected":
      return `: ${event.code} ${event.reason}, ${event.clOrdId}`;
    case "order.resolved":
    case "order.lost":
      return `: ${event.evidence}, ${event.clOrdId}`;
    default:
      return "";
  }
}

const positionText = (event: EventByKind<"position.opened">): string =>
  `${event.kind.slice("position.".length)}: ${formatMicros(event.quantity)} ${event.symbol}, cost ${formatMicros(event.cost)}, realized ${formatMicros(event.realizedPnl)}`;
