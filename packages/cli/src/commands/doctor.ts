import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import type { Command } from "commander";
import { colors } from "../colors.ts";
import { printJson, printLine } from "../command.ts";
import { type DiskSync, measureDiskSync } from "../disk-sync.ts";
import { DEFAULT_LINES } from "@bowline/market";
import { readGroups } from "@bowline/config";
import { usageFailure } from "../command.ts";
import { linesFinding } from "../data-lines.ts";
import { EXAMPLES } from "../run-inputs.ts";
import { homeFolder, natsServerProgram, ROOT } from "../runner/home.ts";
import { isPortBusy } from "../runner/free-port.ts";
import { readRunFile } from "../run-file.ts";

type DoctorFlags = {
  readonly folder?: string;
  readonly groups?: string;
  readonly lines: string;
  readonly benchmark: string;
  readonly json?: boolean;
};
export type Finding = {
  readonly check: string;
  readonly ok: boolean;
  readonly found: string;
  readonly meaning: string;
};

export function configure(command: Command): void {
  command
    .option("--folder <path>", "measure the disk of this folder (default: where this folder's state would lie)")
    .option("--groups <file>", "groups.yaml whose symbols want market data (default: the demo's)")
    .option("--lines <n>", "market data lines that IB grants the login", String(DEFAULT_LINES))
    .option("--benchmark <symbol>", "what symbols are compared with; none: nothing", "SPY")
    .option("--json", "print one JSON object")
    .action(async (flags: DoctorFlags) => {
      const findings = [
        node(),
        nats(),
        await port(4222, "NATS in docker compose"),
        await port(7497, "a paper TWS"),
        disk(flags.folder ?? ROOT),
        dataLines(flags),
        running(),
      ];
      const ok = findings.every((finding) => finding.ok);
      if (flags.json === true) printJson({ ok, findings });
      else for (const finding of findings) printLine(render(finding));
      if (!ok) process.exitCode = 1;
    });
}

const render = ({ check, ok, found, meaning }: Finding): string =>
  `${ok ? colors.green("ok ") : colors.red("bad")} ${check.padEnd(14)} ${found}\n                   ${meaning}`;

function node(): Finding {
  const major = Number(process.versions.node.split(".")[0]);
  return {
    check: "Node",
    ok: major >= 26,
    found: process.version,
    meaning: major >= 26 ? "runs TypeScript as it is" : "Node 26 is needed: start through ./bowline, which fetches it",
  };
}

function nats(): Finding {
  try {
    const version = execFileSync(natsServerProgram(), ["--version"], { encoding: "utf8" }).trim();
    const [, major = "0", minor = "0"] = /v(\d+)\.(\d+)/.exec(version) ?? [];
    const ok = Number(major) > 2 || Number(minor) >= 12;
    return {
      check: "nats-server",
      ok,
      found: version,
      meaning: ok
        ? natsServerProgram()
        : "2.12 or newer is needed: remove .toolchain/bin/nats-server and start ./bowline again",
    };
  } catch (failure) {
    return {
      check: "nats-server",
      ok: false,
      found: (failure as Error).message.split("\n")[0] ?? "",
      meaning: "start through ./bowline, or set BOWLINE_NATS_SERVER",
    };
  }
}

async function port(number: number, what: string): Promise<Finding> {
  const busy = await isPortBusy(number);
  return {
    check: `port ${number}`,
    ok: true,
    found: busy ? "somebody listens" : "free",
    meaning: busy
      ? `used for ${what}: if that is not it, give another port (--nats-port, --tws)`
      : `used for ${what}; demo and up take free ports by themselves`,
  };
}

function disk(folder: string): Finding {
  const sync = measureDiskSync(folder);
  return {
    check: "disk sync",
    ok: true,
    found: `p50 ${ms(sync.p50Us)}, p99 ${ms(sync.p99Us)} in ${folder}`,
    meaning: meaningOf(sync, folder),
  };
}

function dataLines({ groups, lines, benchmark }: DoctorFlags): Finding {
  const count = Number(lines);
  if (!Number.isSafeInteger(count) || count < 1) throw usageFailure(`--lines ${lines}: a whole number from 1 on`);
  return linesFinding(readGroups(groups ?? EXAMPLES.groups), benchmark === "none" ? undefined : benchmark, count);
}

const ms = (us: number): string => `${(us / 1000).toFixed(2)} ms`;
const FAST_US = 100;
const SLOW_US = 5000;

/** Each order costs one sync of execution's log; with `sync_interval: always` each entry of the journal costs one too. */
function meaningOf({ p50Us, p99Us }: DiskSync, folder: string): string {
  if (folder.startsWith(tmpdir()) || p50Us < FAST_US)
    return "so fast that it is memory or a disk that does not wait: a crash of the machine may lose what was synced";
  const perSecond = Math.floor(1_000_000 / p50Us);
  if (p99Us > SLOW_US)
    return `slow: an order waits ${ms(p50Us)} for the log, now and then ${ms(p99Us)}; about ${perSecond} synced writes/s. Use a local SSD`;
  return `fine: an order waits about ${ms(p50Us)} for the log; about ${perSecond} synced writes/s`;
}

function running(): Finding {
  const run = readRunFile();
  return {
    check: "running",
    ok: true,
    found: run === undefined ? "nothing" : `${run.kind}, pid ${run.pid}, ${run.natsUrl}`,
    meaning: `according to ${homeFolder()}/run.json`,
  };
}
