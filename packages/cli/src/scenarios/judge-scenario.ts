import type { Order } from "@bowline/contracts";
import { MICROS, US_PER_MINUTE, type Us, shares } from "@bowline/kernel";
import { timeOf } from "./play-scenario.ts";
import { fits, showAct, showOrder, showVerdict, showWanted } from "./show-seen.ts";
import { shown } from "./scenario-parts.ts";
import type { Expectation, ExpectedOrder, Place, Scenario } from "./scenario-file.ts";
import type { Seen, SeenAll, SeenFiring, SeenVerdict } from "./seen.ts";

/** Something that came out otherwise than the scenario says. */
export type Difference = {
  readonly place: Place;
  /** Minutes since midnight at the exchange. */
  readonly at: number;
  readonly expected: string;
  readonly seen: string;
};

type Window = {
  readonly fromUs: Us;
  readonly toUs: Us;
  readonly main: string;
  readonly all: SeenAll;
  /** What happened in it and nothing has expected yet. */
  readonly left: Seen[];
};

/** Everything that differs. Each step with `expect` stands for all that happened since the one before it. */
export function judgeScenario(scenario: Scenario, all: SeenAll): readonly Difference[] {
  const [main = ""] = Object.keys(scenario.given.symbols);
  let fromUs = 0 as Us;
  const last = scenario.steps.length - 1;
  return scenario.steps.flatMap((step, index) => {
    if (step.expect === undefined && index < last) return [];
    const toUs = (timeOf(scenario, step.at) + US_PER_MINUTE) as Us;
    const left = all.acts.filter(({ atUs }) => fromUs <= atUs && atUs < toUs);
    const window: Window = { fromUs, toUs, main, all, left };
    fromUs = toUs;
    const missing = (step.expect ?? []).flatMap((each, item) => {
      const found = differs(each, window);
      return found === undefined ? [] : [{ ...found, at: step.at, place: step.expectPlaces[item] ?? step.place }];
    });
    const unexpected = left.map((act) => ({
      place: step.place,
      at: step.at,
      expected: "nothing else",
      seen: showAct(act),
    }));
    return [...missing, ...unexpected];
  });
}

type Found = Pick<Difference, "expected" | "seen">;
type Of<K extends Expectation["is"]> = Extract<Expectation, { is: K }>;

function differs(expected: Expectation, window: Window): Found | undefined {
  const symbol = expected.symbol ?? window.main;
  switch (expected.is) {
    case "fires":
      return firingDiffers(expected, symbol, window);
    case "blocked":
      return blockDiffers(expected, symbol, window);
    case "order":
      return orderDiffers(expected, symbol, window);
    case "denied":
      return denialDiffers(expected, symbol, window);
    case "filled":
      return fillDiffers(expected, symbol, window);
    case "replaced":
      return changeDiffers(expected, symbol, window);
    default:
      return positionDiffers(expected.position, symbol, window);
  }
}

const isOf = (act: Seen, symbol: string, rule: string | undefined): boolean =>
  act.symbol === symbol && (rule === undefined || act.rule === rule);

function take({ left }: Window, matches: (act: Seen) => boolean): Seen | undefined {
  const index = left.findIndex(matches);
  return index === -1 ? undefined : left.splice(index, 1)[0];
}

function firingDiffers({ fires, order, orders }: Of<"fires">, symbol: string, window: Window): Found | undefined {
  const act = take(window, (one) => one.is === "firing" && isOf(one, symbol, fires)) as SeenFiring | undefined;
  const wanted = orders ?? (order === undefined ? undefined : [order]);
  const what = `${fires} fires`;
  if (act === undefined) {
    const seen = lastVerdict(window, symbol, fires);
    return {
      expected: wanted === undefined ? what : `${what}: ${wanted.map(showWanted).join("; ")}`,
      seen: seen === undefined ? `${fires} was not asked` : showVerdict(seen),
    };
  }
  return wanted === undefined ? undefined : ordersDiffer(what, act.orders, wanted);
}

function orderDiffers({ rule, order }: Of<"order">, symbol: string, window: Window): Found | undefined {
  const act = take(window, (one) => one.is === "order" && isOf(one, symbol, rule));
  return ordersDiffer(`an order of ${rule ?? "no rule"}`, act?.is === "order" ? act.orders : undefined, [order]);
}

function denialDiffers({ denied, code }: Of<"denied">, symbol: string, window: Window): Found | undefined {
  const act = take(window, (one) => one.is === "denial" && isOf(one, symbol, denied));
  const codes = act?.is === "denial" ? act.codes : [];
  if (act !== undefined && (code === undefined || codes.includes(code))) return undefined;
  return {
    expected: `${denied} is denied${code === undefined ? "" : ` for ${code}`}`,
    seen: act === undefined ? "no denial" : `denied for ${codes.join(", ")}`,
  };
}

function ordersDiffer(
  what: string,
  orders: readonly Order[] | undefined,
  wanted: readonly ExpectedOrder[],
): Found | undefined {
  const isSame =
    orders !== undefined && orders.length === wanted.length && orders.every((one, index) => fits(one, wanted[index]));
  if (isSame) return undefined;
  const seen = orders === undefined || orders.length === 0 ? "no order" : orders.map(showOrder).join("; ");
  return { expected: `${what}: ${wanted.map(showWanted).join("; ")}`, seen: `${what}: ${seen}` };
}

function blockDiffers({ blocked, by, unknown }: Of<"blocked">, symbol: string, window: Window): Found | undefined {
  const verdict = lastVerdict(window, symbol, blocked);
  const leaf = verdict?.decision.leaves.find(({ name }) => name === verdict.decision.firstBlocker);
  const isBlocked = verdict?.decision.outcome === "BLOCKED" && isPartOf(verdict.decision.firstBlocker, by);
  if (isBlocked && (unknown === undefined || (leaf?.result === "UNKNOWN") === unknown)) return undefined;
  return {
    expected: `${blocked} is blocked by ${by}${unknown === true ? ", as it is UNKNOWN" : ""}`,
    seen: verdict === undefined ? `${blocked} was not asked` : showVerdict(verdict),
  };
}

/** A named condition blocks with each of its parts. */
const isPartOf = (blocker: string, by: string): boolean => blocker === by || blocker.startsWith(`${by} › `);

/** Records are written where something changes: the last one before the window's end still holds. */
const lastVerdict = ({ all, toUs }: Window, symbol: string, rule: string): SeenVerdict | undefined =>
  all.verdicts.findLast(({ atUs, decision }) => atUs < toUs && decision.symbol === symbol && decision.rule === rule);

function fillDiffers(
  { filled, price, quantity }: Of<"filled">,
  symbol: string,
  { all, fromUs, toUs }: Window,
): Found | undefined {
  const fills = all.fills.filter(
    ({ atUs, fill, leg }) => fromUs <= atUs && atUs < toUs && fill.symbol === symbol && leg === filled,
  );
  const isFound = fills.some(
    ({ fill }) =>
      (price === undefined || Number(fill.lastPx) === price) &&
      (quantity === undefined || fill.lastQty === shares(quantity)),
  );
  if (isFound) return undefined;
  const wanted = [quantity?.toString(), price === undefined ? undefined : `at ${shown(price)}`];
  return {
    expected: [`${filled} is filled`, ...wanted.filter((part) => part !== undefined)].join(" "),
    seen:
      fills.map(({ fill }) => `filled ${shown(fill.lastQty)} at ${shown(fill.lastPx)}`).join("; ") || "no such fill",
  };
}

function changeDiffers(
  { replaced: leg, stop, limit, quantity }: Of<"replaced">,
  symbol: string,
  { all, fromUs, toUs }: Window,
): Found | undefined {
  const terms = all.changes
    .filter((one) => fromUs <= one.atUs && one.atUs < toUs && one.replaced.symbol === symbol && one.leg === leg)
    .map(({ replaced: { stopPx, lmtPx, orderQty } }) => termsOf(stopPx, lmtPx, orderQty));
  const wanted = termsOf(stop, limit, quantity === undefined ? undefined : shares(quantity));
  if (terms.some((seen) => wanted.every((term) => seen.includes(term)))) return undefined;
  return {
    expected: [`${leg} is changed`, ...wanted].join(" "),
    seen: terms.map((seen) => `changed to ${seen.join(" ")}`).join("; ") || "no such change",
  };
}

const termsOf = (stop?: number, limit?: number, quantity?: number): readonly string[] => [
  ...(stop === undefined ? [] : [`stop ${shown(stop)}`]),
  ...(limit === undefined ? [] : [`limit ${shown(limit)}`]),
  ...(quantity === undefined ? [] : [`quantity ${shown(quantity)}`]),
];

function positionDiffers(wanted: number, symbol: string, { all, toUs }: Window): Found | undefined {
  const held = all.positions.findLast((one) => one.symbol === symbol && one.atUs < toUs)?.quantity ?? 0;
  if (held === wanted * MICROS) return undefined;
  return { expected: `a position of ${wanted}`, seen: `a position of ${shown(held)}` };
}
