import { type Command, Option } from "commander";
import { BAR_LENGTHS, type BarLength } from "@bowline/kernel";
import { EXPORT_FORMATS, type ExportFormat } from "@bowline/recording";
import { usageFailure, wholeNumber } from "../command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "../connection.ts";
import { checkDays } from "../data/check-days.ts";
import { addFolderFlag, addRangeFlags, type DataFlags } from "../data/data-flags.ts";
import { exportDays, type ExportFlags } from "../data/export-days.ts";
import { listDays } from "../data/list-days.ts";
import { MOST_ROWS, recordTicks, type RecordFlags, WRITE_EVERY_SECONDS } from "../data/record-ticks.ts";

export function configure(command: Command): void {
  addRecord(command);
  addRangeFlags(command.command("list"))
    .description("days and symbols of a recording: ticks, gaps in regular hours, size")
    .action((flags: DataFlags) => listDays(flags));
  addCheck(command);
  addExport(command);
}

function addRecord(command: Command): void {
  addConnectionFlags(addFolderFlag(command.command("record")))
    .description("write the stream of ticks to Parquet files by day and symbol, until Ctrl-C")
    .option("--once", "end when everything that is in the stream now is written")
    .option(
      "--write-every <seconds>",
      "write after so long at the latest",
      wholeNumber("--write-every"),
      WRITE_EVERY_SECONDS,
    )
    .option("--most-rows <n>", "write when so many ticks are held", wholeNumber("--most-rows"), MOST_ROWS)
    .option("--retry-every <seconds>", "when the disk is full, try again after so long", wholeNumber("--retry-every"))
    .option("--json", "JSON lines on standard output")
    .addHelpText(
      "after",
      "\nThe stream is there with ./bowline up --record-ticks, which records as well, or ./bowline streams apply --ticks." +
        "\nAfter a crash it goes on behind what it wrote last; the stream keeps a day, or 2 GB.",
    )
    .action((flags: RecordFlags & ConnectionFlags) =>
      withRunning(flags, "recorder", ({ bus }) => recordTicks(bus, flags)),
    );
}

function addCheck(command: Command): void {
  addConnectionFlags(addRangeFlags(command.command("check")))
    .description("read every tick: checksums, order, gaps against the calendar, doubtful quotes, and bars")
    .option("--journal", "hold the minutes of the recording against the bars of the running system's journal")
    .addHelpText("after", "\nEnds with 1 where a file or the order of its ticks is not what was written.")
    .action((flags: DataFlags & ConnectionFlags & { readonly journal?: boolean }) =>
      flags.journal === true
        ? withRunning(flags, "check", ({ bus }) => checkDays(flags, bus))
        : checkDays(flags, undefined),
    );
}

type WrittenExport = Omit<ExportFlags, "what" | "out" | "format"> & {
  readonly ticks?: boolean;
  readonly bars?: BarLength;
  readonly out?: string;
  readonly format?: ExportFormat;
};

function addExport(command: Command): void {
  addRangeFlags(command.command("export"))
    .description("ticks, or bars made of them, as one CSV, JSON lines or Parquet file")
    .option("--ticks", "every tick")
    .addOption(new Option("--bars <length>", "bars of this length").choices(BAR_LENGTHS))
    .option("--out <file>", "where to write it: .csv, .jsonl or .parquet")
    .addOption(new Option("--format <name>", "what the file's name says, where it is left out").choices(EXPORT_FORMATS))
    .addHelpText("after", "\nTimes are unix microseconds, prices and quantities millionths of a dollar and of a share.")
    .action(async (flags: WrittenExport) => exportDays(readExport(flags)));
}

function readExport({ ticks, bars, out, format, ...flags }: WrittenExport): ExportFlags {
  if ((ticks === true) === (bars !== undefined))
    throw usageFailure("what to export: --ticks, or --bars with a length such as --bars 5m");
  if (out === undefined) throw usageFailure("where to write it: --out FILE, such as --out ticks.parquet");
  const named = EXPORT_FORMATS.find((one) => out.endsWith(`.${one}`));
  const chosen = format ?? named;
  if (chosen === undefined)
    throw usageFailure(
      `--out: ${out} ends with none of ${EXPORT_FORMATS.map((one) => `.${one}`).join(", ")}: name --format`,
    );
  return { ...flags, out, format: chosen, what: bars ?? "ticks" };
}
