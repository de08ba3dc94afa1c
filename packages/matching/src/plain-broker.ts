/**
 * The broker's rules once more, as plainly as they can be said, for tests: one symbol, cents and whole shares as plain numbers, a list
 * that is walked, nothing remembered that could be asked again. What the broker does fast and in many files must come out the same.
 */
export type PlainOrder = {
  readonly id: number;
  readonly side: "BUY" | "SELL";
  readonly type: "MKT" | "LMT" | "STP" | "STP LMT" | "MIT" | "LIT" | "TRAIL";
  readonly size: number;
  /** Used by the types that have one. */
  readonly limit: number;
  readonly trigger: number;
  readonly distance: number;
  readonly tif: "DAY" | "GTC" | "IOC" | "FOK";
  readonly allOrNone: boolean;
  readonly group: string | undefined;
  readonly ocaType: 1 | 2;
};

export type PlainStep = {
  readonly bid: number;
  readonly ask: number;
  readonly high: number;
  readonly low: number;
  readonly last: number;
  readonly volume: number;
  readonly shown: number;
  readonly halted: boolean;
};

type Live = PlainOrder & {
  status: string;
  filled: number;
  left: number;
  stopAt: number | undefined;
  isTriggered: boolean;
  waitedForOpen: boolean;
};

export type PlainBroker = {
  place(order: PlainOrder): void;
  cancel(id: number): void;
  step(step: PlainStep): void;
  close(): void;
  readonly told: readonly string[];
  position(): number;
};

const hasLimit = ({ type }: PlainOrder): boolean => type === "LMT" || type === "STP LMT" || type === "LIT";
const isStop = ({ type }: PlainOrder): boolean => type === "STP" || type === "STP LMT" || type === "TRAIL";
const isTouch = ({ type }: PlainOrder): boolean => type === "MIT" || type === "LIT";
const isAtOnce = ({ tif }: PlainOrder): boolean => tif === "IOC" || tif === "FOK";
const isGood = (side: string, price: number, limit: number): boolean =>
  side === "BUY" ? price <= limit : price >= limit;

type Plain = {
  readonly sharesSize: boolean;
  readonly told: string[];
  readonly ended: Map<number, string>;
  live: Live[];
  now: PlainStep | undefined;
  isOpen: boolean;
  held: number;
  taken: { BUY: number; SELL: number };
};

const opposite = ({ side }: PlainOrder, step: PlainStep): number => (side === "BUY" ? step.ask : step.bid);
const waitsForTrigger = (order: Live): boolean => (isStop(order) || isTouch(order)) && !order.isTriggered;

function tell({ told }: Plain, order: Live): void {
  told.push(`openOrder ${order.id} ${order.status}`);
  told.push(`orderStatus ${order.id} ${order.status} ${order.filled}/${order.left}`);
}

function end(plain: Plain, order: Live, status: string): void {
  order.status = status;
  plain.ended.set(order.id, status);
  plain.live = plain.live.filter((other) => other !== order);
}

function cancel(plain: Plain, order: Live): void {
  end(plain, order, "Cancelled");
  plain.told.push(`orderStatus ${order.id} Cancelled ${order.filled}/${order.left}`, `error ${order.id} 202`);
}

const freeStatus = (order: Live): string =>
  waitsForTrigger(order) || (order.type === "MKT" && order.filled === 0) ? "PreSubmitted" : "Submitted";

const isUpward = (order: Live): boolean => (order.side === "BUY") === isStop(order);

function isHit(order: Live, prices: readonly number[]): boolean {
  const level = order.type === "TRAIL" ? order.stopAt : order.trigger;
  return level !== undefined && prices.some((price) => (isUpward(order) ? price >= level : price <= level));
}

function trail(order: Live, step: PlainStep, whole: boolean): void {
  const isSell = order.side === "SELL";
  const best = whole && step.volume > 0 ? (isSell ? step.high : step.low) : step.last;
  const next = isSell ? best - order.distance : best + order.distance;
  order.stopAt = isSell ? Math.max(order.stopAt ?? next, next) : Math.min(order.stopAt ?? next, next);
}

/** `whole`: with all that the step traded, else with what stands at its end. */
function triggers(order: Live, step: PlainStep, whole: boolean): boolean {
  const trade = isUpward(order) ? step.high : step.low;
  const trades = whole ? (step.volume > 0 ? [trade] : []) : [step.last];
  if (isHit(order, [...trades, opposite(order, step)])) return true;
  if (order.type !== "TRAIL") return false;
  trail(order, step, whole);
  return isHit(order, [step.last, opposite(order, step)]);
}

function priceOnTrigger(order: Live, step: PlainStep, whole: boolean): number | undefined {
  if (!triggers(order, step, whole)) return undefined;
  order.isTriggered = true;
  order.status = "Submitted";
  const market = opposite(order, step);
  const level = (order.type === "TRAIL" ? order.stopAt : order.trigger) ?? market;
  const worse = order.side === "BUY" ? Math.max(level, market) : Math.min(level, market);
  const price = isTouch(order) && !whole ? market : worse;
  return !hasLimit(order) || isGood(order.side, price, order.limit) ? price : undefined;
}

function priceOf(order: Live, step: PlainStep, whole: boolean): number | undefined {
  if (waitsForTrigger(order)) return priceOnTrigger(order, step, whole);
  const { side, limit } = order;
  const market = opposite(order, step);
  if (!hasLimit(order)) return market;
  const isMarketGood = isGood(side, market, limit);
  if (!whole) return isMarketGood ? market : undefined;
  const isTraded = step.volume > 0 && isGood(side, side === "BUY" ? step.low : step.high, limit);
  return isTraded || isMarketGood ? limit : undefined;
}

function sizeOf({ sharesSize, taken }: Plain, order: Live, step: PlainStep): number {
  const size = sharesSize ? Math.min(order.left, step.shown - taken[order.side]) : order.left;
  return (order.allOrNone || order.tif === "FOK") && size < order.left ? 0 : Math.max(0, size);
}

function reduceGroup(plain: Plain, order: Live, leftBefore: number): void {
  if (order.group === undefined) return;
  for (const other of plain.live.filter(({ id, group }) => id !== order.id && group === order.group)) {
    const part = order.ocaType === 1 ? 0 : Math.floor((other.left * order.left) / leftBefore);
    other.left = part === 0 ? other.left : part;
    if (part === 0) cancel(plain, other);
    else tell(plain, other);
  }
}

function deal(plain: Plain, order: Live, price: number, size: number): void {
  const leftBefore = order.left;
  plain.taken[order.side] += size;
  plain.held += order.side === "BUY" ? size : -size;
  order.filled += size;
  order.left -= size;
  if (order.left === 0) end(plain, order, "Filled");
  else order.status = "Submitted";
  plain.told.push(`execution ${order.id} ${order.side} ${size} @ ${price / 100}`);
  tell(plain, order);
  plain.told.push(`openOrder ${order.id} ${order.status}`, "commission");
  reduceGroup(plain, order, leftBefore);
}

function meet(plain: Plain, order: Live, step: PlainStep, whole: boolean): void {
  const [wasTriggered, filledBefore] = [order.isTriggered, order.filled];
  const price = step.halted ? undefined : priceOf(order, step, whole);
  const size = price === undefined ? 0 : sizeOf(plain, order, step);
  if (price !== undefined && size > 0) deal(plain, order, price, size);
  if (!plain.live.includes(order)) return;
  if (!wasTriggered && order.isTriggered && order.filled === filledBefore) tell(plain, order);
  if (isAtOnce(order)) cancel(plain, order);
}

/** An order that waited for the open does not pay more than the market that it finds. */
function takeTurn(plain: Plain, order: Live, step: PlainStep): void {
  if (!plain.live.includes(order)) return;
  if (order.waitedForOpen) {
    order.waitedForOpen = false;
    const isNew = order.status !== freeStatus(order);
    order.status = freeStatus(order);
    if (isNew) tell(plain, order);
    if (!isStop(order) && !isTouch(order)) meet(plain, order, step, false);
  }
  if (plain.live.includes(order)) meet(plain, order, step, true);
}

function place(plain: Plain, request: PlainOrder): void {
  const more = { filled: 0, left: request.size, stopAt: undefined, isTriggered: false };
  const order: Live = { ...request, ...more, waitedForOpen: !plain.isOpen, status: "PreSubmitted" };
  plain.live.push(order);
  if (plain.isOpen) order.status = freeStatus(order);
  if (!plain.isOpen) plain.told.push(`error ${order.id} 399`);
  tell(plain, order);
  if (plain.isOpen && plain.now !== undefined) meet(plain, order, plain.now, false);
}

function step(plain: Plain, next: PlainStep): void {
  plain.now = next;
  plain.isOpen = true;
  plain.taken = { BUY: 0, SELL: 0 };
  const stopsFirst = [...plain.live.filter(isStop), ...plain.live.filter((order) => !isStop(order))];
  for (const order of stopsFirst) takeTurn(plain, order, next);
}

function close(plain: Plain): void {
  plain.isOpen = false;
  for (const order of plain.live.filter(({ tif }) => tif === "DAY")) {
    end(plain, order, "Cancelled");
    plain.told.push(`error ${order.id} 202`, `orderStatus ${order.id} Cancelled ${order.filled}/${order.left}`);
  }
}

/** `sharesSize`: orders fill at most what is shown, and share it. */
export function makePlainBroker(sharesSize: boolean): PlainBroker {
  const empty = { told: [], live: [], now: undefined, isOpen: false, held: 0, taken: { BUY: 0, SELL: 0 } };
  const plain: Plain = { ...empty, sharesSize, ended: new Map() };
  return {
    told: plain.told,
    position: () => plain.held,
    place: (order) => place(plain, order),
    cancel: (id) => {
      const order = plain.live.find((one) => one.id === id);
      if (order !== undefined) cancel(plain, order);
      else plain.told.push(`error ${id} ${plain.ended.has(id) ? 10148 : 10147}`);
    },
    step: (next) => step(plain, next),
    close: () => close(plain),
  };
}
