import { FAULT_BOUNDS, boundText, holdAgainst } from "../faults/bounds.ts";
import { FAULT_ROWS } from "../faults/matrix.ts";
import { figuresOf, rounded } from "../faults/page.ts";
import type { ReliabilityRecord } from "../faults/record.ts";

/** A bound that the last run missed, and whose it is; of no component: everybody's. */
export type Missed = { readonly folder: string | undefined; readonly what: string };

/** Whose a fault's bound is, where it is one component's. */
const OWNERS: ReadonlyMap<number, string> = new Map([[57, "services/risk-gate"]]);

/** Figures of docs/performance.md that have an aim. `find` takes the figure out of the page. */
type Aim = {
  readonly folder: string | undefined;
  readonly what: string;
  readonly find: RegExp;
  readonly unit: string;
  readonly atMost?: number;
  readonly atLeast?: number;
};
const AIMS: readonly Aim[] = [
  {
    folder: "services/execution",
    what: "from an approval to the wire",
    find: /^approval to wire: p50 ([\d.]+) ×/m,
    unit: "× the bare writes",
    atMost: 2,
  },
  {
    folder: undefined,
    what: "from a tick to the wire",
    find: /^tick to wire: p50 ([\d.]+) ×/m,
    unit: "× the bare hops",
    atMost: 1.6,
  },
  {
    folder: "services/risk-gate",
    what: "a decision with all checks",
    find: /^ratio +([\d.]+), to be/m,
    unit: "× a bare loop",
    atMost: 8,
  },
  {
    folder: "packages/risk",
    what: "changes that its own tests notice, in the last single run over the package",
    find: /gave \*\*([\d.]+) %\*\*/,
    unit: "%",
    atLeast: 85,
  },
];

function aimMissed(
  { folder, what, find, unit, atMost = Infinity, atLeast = -Infinity }: Aim,
  page: string,
): readonly Missed[] {
  const value = Number(find.exec(page)?.[1]);
  if (Number.isNaN(value)) return [{ folder, what: `${what}: no figure in docs/performance.md` }];
  const aim = atMost === Infinity ? `at least ${atLeast}` : `at most ${atMost}`;
  return value <= atMost && value >= atLeast ? [] : [{ folder, what: `${what}: ${value} ${unit}, to be ${aim}` }];
}

/** Bounds of fault rows that a run went beyond, rows that failed, and aims that the bench missed. */
export function missedIn({ faults }: ReliabilityRecord, performance: string): readonly Missed[] {
  const rows = faults.flatMap((record): readonly Missed[] => {
    const { row, showings } = record;
    const folder = OWNERS.get(row);
    const failed = showings.filter(({ passed }) => !passed).length;
    const { beyond } = holdAgainst(FAULT_BOUNDS.get(row) ?? [], figuresOf(record));
    return [
      ...(failed === 0 ? [] : [{ folder, what: `fault ${row}: ${failed} of ${showings.length} tests failed` }]),
      ...beyond.map((bound) => ({
        folder,
        what: `fault ${row}: ${rounded(bound.value)} ${bound.unit}, ${boundText(bound)}`,
      })),
    ];
  });
  return [...rows, ...AIMS.flatMap((aim) => aimMissed(aim, performance))];
}

/** Fault rows that no test showed when they were last tried. */
export const unseenIn = ({ faults }: ReliabilityRecord): readonly number[] =>
  FAULT_ROWS.map(({ row }) => row).filter((row) => (faults.find((one) => one.row === row)?.showings.length ?? 0) === 0);
