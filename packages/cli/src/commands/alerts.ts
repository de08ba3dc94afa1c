import type { Command } from "commander";
import { type Bus, readFrom } from "@bowline/bus";
import { definitionOf, type Entry, subjectFilter } from "@bowline/contracts";
import { isoOfUs } from "@bowline/kernel";
import { printJson, printLine } from "../command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "../connection.ts";
import { entryOf, readEntries } from "../journal-reading.ts";
import { stopSignals } from "../stop-signals.ts";

type AlertFlags = ConnectionFlags & { readonly json?: boolean; readonly follow?: boolean };

const filter = subjectFilter(definitionOf("control.alert"));

export function configure(command: Command): void {
  addConnectionFlags(command)
    .option("--json", "one JSON object a line")
    .option("--follow", "then each as it comes, until Ctrl-C")
    .action(async (flags: AlertFlags) =>
      withRunning(flags, "alerts", async ({ bus }) => {
        let shown = 0;
        const show = (entry: Entry): void => {
          shown += 1;
          print(entry, flags.json === true);
        };
        const { lastSeq } = await readEntries(bus, { filter, onEntry: show });
        if (shown === 0 && flags.json !== true) printLine("no alerts");
        if (flags.follow === true) await follow(bus, lastSeq + 1, show);
      }),
    );
}

function print({ seq, header, event }: Entry, json: boolean): void {
  if (event.kind !== "control.alert") return;
  const { severity, source, code, subject, detail } = event;
  const at = isoOfUs(header.seenUs);
  if (json) printJson({ seq, at, severity, source, code, subject, detail });
  else printLine([at, severity, source, `${code}:`, subject, detail].filter((word) => word !== "").join(" "));
}

async function follow(bus: Bus, fromSeq: number, show: (entry: Entry) => void): Promise<void> {
  const signals = stopSignals();
  const reader = await readFrom(bus, {
    fromSeq,
    filter,
    onEntry: (raw) => {
      const entry = entryOf(raw);
      if (entry !== undefined) show(entry);
    },
    onGap: () => undefined,
  });
  await signals.stopped.catch(() => undefined);
  await reader.stop();
  signals.dismiss();
}
