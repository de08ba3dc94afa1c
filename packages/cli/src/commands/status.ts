import type { Command } from "commander";
import { deadLetterCount, lastEntryOn, lastSequence, type Bus } from "@bowline/bus";
import type { Entry, Event, EventKind } from "@bowline/contracts";
import { definitionOf, GLOBAL_SCOPE, subjectFilter } from "@bowline/contracts";
import { isoOfUs } from "@bowline/kernel";
import { printJson, printLine } from "../command.ts";
import { addConnectionFlags, type Connected, type ConnectionFlags, withRunning } from "../connection.ts";
import { entryOf, readEntries } from "../journal-reading.ts";
import { isAlive } from "../run-file.ts";
import { RECORDER } from "../runner/system.ts";
import { flattenText } from "../views/flatten-text.ts";
import { renderTable } from "../views/table.ts";

export function configure(command: Command): void {
  addConnectionFlags(command)
    .option("--json", "print one JSON object")
    .action(async (flags: ConnectionFlags & { json?: boolean }) => {
      const status = await withRunning(flags, "status", readStatus);
      if (flags.json === true) printJson(status);
      else printLine(render(status));
    });
}

type ServiceStatus = {
  readonly name: string;
  readonly pid: number;
  readonly ready: boolean;
  readonly notReady: readonly string[];
};
type Status = {
  readonly natsUrl: string;
  readonly kind: string;
  readonly services: readonly ServiceStatus[];
  /** Trading state by scope: global, and symbols that are not ACTIVE. */
  readonly trading: Readonly<Record<string, string>>;
  /** Scopes whose positions are being closed, and how far that is. */
  readonly flattening: readonly string[];
  readonly broker: string;
  readonly clock: string;
  readonly phase: string;
  readonly journalEntries: number;
  readonly deadLetters: number;
};

async function readStatus({ bus, run }: Connected): Promise<Status> {
  const [trading, broker, clock] = [
    await readTrading(bus),
    await newest(bus, "broker.session"),
    await newest(bus, "control.clock"),
  ];
  const processes = (run?.processes ?? []).filter(({ name }) => name !== "nats");
  return {
    natsUrl: bus.nats.getServer(),
    kind: run?.kind ?? "elsewhere",
    services: await Promise.all(processes.map(askService)),
    trading,
    flattening: await readFlattening(bus),
    broker: broker === undefined ? "unknown" : `${broker.state}${because(broker.reason)}`,
    clock: clock === undefined ? "none yet" : isoOfUs(clock.nowUs),
    phase: clock?.phase ?? "",
    journalEntries: await lastSequence(bus),
    deadLetters: await deadLetterCount(bus),
  };
}

/** By scope; the gate begins ACTIVE and says every change. */
async function readTrading(bus: Bus): Promise<Status["trading"]> {
  const states: Record<string, string> = { [GLOBAL_SCOPE]: "ACTIVE" };
  const filter = subjectFilter(definitionOf("risk.trading-state"));
  const onEntry = ({ event }: Entry): void => {
    if (event.kind !== "risk.trading-state") return;
    if (event.scope !== GLOBAL_SCOPE && event.state === "ACTIVE") delete states[event.scope];
    else states[event.scope] = `${event.state}${because(event.reason)}`;
  };
  await readEntries(bus, { filter, onEntry });
  return states;
}

async function readFlattening(bus: Bus): Promise<Status["flattening"]> {
  const texts = new Map<string, string | undefined>();
  const onEntry = ({ event }: Entry): void => {
    if (event.kind === "risk.flatten") texts.set(event.scope, flattenText(event));
  };
  await readEntries(bus, { filter: subjectFilter(definitionOf("risk.flatten")), onEntry });
  return [...texts.values()].filter((text) => text !== undefined);
}

const because = (reason: string): string => (reason === "" ? "" : ` (${reason})`);

/** The newest event of a kind; `undefined` where there is none. */
async function newest<K extends EventKind>(bus: Bus, kind: K): Promise<Extract<Event, { kind: K }> | undefined> {
  const raw = await lastEntryOn(bus, subjectFilter(definitionOf(kind))).catch(() => undefined);
  return raw === undefined ? undefined : (entryOf(raw)?.event as Extract<Event, { kind: K }> | undefined);
}

type Process = { readonly name: string; readonly pid: number; readonly httpPort?: number };

async function askService({ name, pid, httpPort }: Process): Promise<ServiceStatus> {
  if (name === RECORDER) {
    const runs = pid > 0 && isAlive(pid);
    return { name, pid, ready: runs, notReady: runs ? [] : ["does not run"] };
  }
  if (httpPort === undefined) return { name, pid, ready: false, notReady: ["starting"] };
  try {
    const response = await fetch(`http://127.0.0.1:${httpPort}/readyz`, { signal: AbortSignal.timeout(1000) });
    const { notReady = [] } =
      response.status === 404 ? {} : ((await response.json()) as { notReady?: readonly string[] });
    return { name, pid, ready: response.status !== 503, notReady };
  } catch {
    return { name, pid, ready: false, notReady: ["does not answer"] };
  }
}

function render(status: Status): string {
  const columns = [
    { key: "name", title: "service" },
    { key: "pid", title: "pid", align: "right" as const },
    { key: "state", title: "state" },
  ];
  const rows = status.services.map(({ name, pid, ready, notReady }) => ({
    name,
    pid: String(pid),
    state: ready ? "ready" : notReady.join("; "),
  }));
  return [
    `NATS      ${status.natsUrl}`,
    ...Object.entries(status.trading).map(([scope, state]) => `trading   ${scope}: ${state}`),
    ...status.flattening.map((text) => `flatten   ${text}`),
    `broker    ${status.broker}`,
    `clock     ${status.clock}${status.phase === "" ? "" : ` ${status.phase}`}`,
    `journal   ${status.journalEntries} entries, ${status.deadLetters} dead letters`,
    "",
    renderTable(columns, rows, "the processes run elsewhere: their health is behind their own /readyz"),
  ].join("\n");
}
