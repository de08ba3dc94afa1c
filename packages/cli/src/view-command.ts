import type { Command } from "commander";
import { type Bus, readFrom } from "@bowline/bus";
import { printJson, printLine } from "./command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "./connection.ts";
import { entryOf, readEntries } from "./journal-reading.ts";
import { stopSignals } from "./stop-signals.ts";
import { renderCsv, renderTable } from "./views/table.ts";
import type { MakeView, View } from "./views/view.ts";

type ViewFlags = ConnectionFlags & { readonly json?: boolean; readonly csv?: boolean; readonly watch?: boolean };

/** A command that shows a table of the journal: as text, JSON or CSV, once or as it changes. */
export function configureView(command: Command, makeView: MakeView): void {
  addConnectionFlags(command)
    .option("--json", "one JSON object a row")
    .option("--csv", "comma-separated values with a header")
    .option("--watch", "show it again when it changes, until Ctrl-C")
    .action(async (flags: ViewFlags) =>
      withRunning(flags, "view", async ({ bus }) => {
        const view = makeView();
        const { lastSeq } = await readEntries(bus, { onEntry: view.add });
        print(view, flags);
        if (flags.watch === true) await watch(bus, view, { flags, fromSeq: lastSeq + 1 });
      }),
    );
}

function print(view: View, flags: ViewFlags): void {
  const rows = view.rows();
  if (flags.json === true) for (const row of rows) printJson(row);
  else printLine(flags.csv === true ? renderCsv(view.columns, rows) : renderTable(view.columns, rows, view.empty));
}

const REDRAW_MS = 500;
const CLEAR = "\u001B[2J\u001B[H";

async function watch(bus: Bus, view: View, { flags, fromSeq }: { flags: ViewFlags; fromSeq: number }): Promise<void> {
  const signals = stopSignals();
  let shown = JSON.stringify(view.rows());
  let changed = false;
  const reader = await readFrom(bus, {
    fromSeq,
    onEntry: (raw) => {
      const entry = entryOf(raw);
      if (entry !== undefined) view.add(entry);
      changed = true;
    },
    onGap: () => undefined,
  });
  const timer = setInterval(() => {
    if (!changed) return;
    changed = false;
    const now = JSON.stringify(view.rows());
    if (now === shown) return;
    shown = now;
    if (process.stdout.isTTY && flags.json !== true && flags.csv !== true) process.stdout.write(CLEAR);
    print(view, flags);
  }, REDRAW_MS);
  await signals.stopped.catch(() => undefined);
  clearInterval(timer);
  await reader.stop();
  signals.dismiss();
}
