import type { Entry } from "@bowline/contracts";
import { isoOfUs } from "@bowline/kernel";

export type AlertRow = {
  readonly seq: number;
  readonly at: string;
  readonly severity: string;
  readonly source: string;
  readonly code: string;
  readonly subject: string;
  readonly detail: string;
};

export type AlertsView = { add(entry: Entry): void; show(): readonly AlertRow[] };

const KEPT = 200;

/** The newest alerts, newest first. */
export function makeAlertsView(): AlertsView {
  const rows: AlertRow[] = [];
  return {
    add: ({ seq, header, event }) => {
      if (event.kind !== "control.alert") return;
      const { kind: _kind, ...alert } = event;
      rows.unshift({ seq, at: isoOfUs(header.seenUs), ...alert });
      rows.length = Math.min(rows.length, KEPT);
    },
    show: () => rows,
  };
}
