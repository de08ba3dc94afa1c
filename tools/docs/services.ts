import { globSync } from "node:fs";
import { join } from "node:path";
import { EVENT_DEFINITIONS, type EventKind } from "../../packages/contracts/src/events/index.ts";
import type { EventDefinition, Writer } from "../../packages/contracts/src/schema/index.ts";
import type { ServiceContract } from "../../packages/contracts/src/service-contract.ts";
import { anchor, opening, sections, table } from "./markdown.ts";

/** What every service publishes, because the loop does it in its name. */
const LOOP_WRITERS: ReadonlySet<Writer> = new Set<Writer>(["loop", "streams"]);

/** Which service a writer of entries belongs to. */
const SERVICE_OF_WRITER: Readonly<Partial<Record<Writer, string>>> = {
  execution: "execution",
  feed: "market-data",
  clock: "market-data",
  "market-data": "market-data",
  "prediction-ingest": "prediction-ingest",
  strategy: "strategy",
  desk: "strategy",
  "strategy-shadow": "strategy-shadow",
  "risk-gate": "risk-gate",
  portfolio: "portfolio",
};

/** Reads everything and decides nothing: naming it everywhere would only hide the rest. Carries the operator's commands. */
const MONITOR = "monitor";

/** The services that there are, in the order of the order path. */
const ORDER = [
  "execution",
  "market-data",
  "prediction-ingest",
  "strategy",
  "strategy-shadow",
  "risk-gate",
  "portfolio",
  "monitor",
  "tws-sim",
];

export async function readContracts(root: string): Promise<readonly ServiceContract[]> {
  const paths = globSync("services/*/src/{contract,shadow-contract}.ts", { cwd: root });
  const contracts = await Promise.all(
    paths.map(async (path) => ((await import(join(root, path))) as { contract: ServiceContract }).contract),
  );
  return contracts.toSorted((a, b) => ORDER.indexOf(a.service) - ORDER.indexOf(b.service));
}

export function renderServices(all: readonly ServiceContract[]): string {
  const contracts = all.filter(({ service }) => service !== MONITOR);
  return sections([
    opening("Services", "services/*/src/contract.ts"),
    `What each service reads from the journal and writes into it, as its \`contract.ts\` declares it. The service reads
nothing else: entries of other kinds go by undecoded. Fields of the kinds are in [events](events.md); how a service reads and
writes is in [the journal and its machines](../concepts/journal-and-machines.md).`,
    `Besides, the loop of every service writes \`control.lease\`, \`control.config\`, \`control.quarantine\` and \`control.alert\`, and reads
\`control.lease\`, \`control.quarantine\` and \`control.generation\`. \`bowline streams apply\` writes \`control.generation\`;
an operator's command writes \`control.kill\` and \`control.resume\`. The \`monitor\` reads every kind and shows it; it
decides nothing, and stands nowhere below.`,
    "## Who writes what for whom",
    diagram(contracts),
    "## Services",
    ...contracts.map((contract) => renderService(contract, contracts)),
    "## Not read by any service",
    `Kept because a person asks: \`./bowline explain\`, \`tap\`, the report and the audit read them.`,
    unread(contracts)
      .map((kind) => `- ${linkOf(kind)}`)
      .join("\n") || "None.",
  ]);
}

function renderService(contract: ServiceContract, all: readonly ServiceContract[]): string {
  const bars =
    contract.timeframes === undefined ? "" : ` Of the bars it reads those of ${contract.timeframes.join(", ")}.`;
  const head = [`### ${contract.service}`, `${contract.doc}${bars}`];
  if (contract.consumes.length + contract.publishes.length === 0)
    return sections([...head, "It has no part in the journal."]);
  return sections([
    ...head,
    table(
      ["consumes", "from"],
      contract.consumes.map((kind) => [linkOf(kind), writersOf(kind).join(", ")]),
    ),
    table(
      ["publishes", "read by"],
      contract.publishes.map((kind) => [linkOf(kind), readersOf(kind, all).join(", ") || "nobody that decides"]),
    ),
  ]);
}

const linkOf = (kind: string): string => `[${kind}](events.md#${anchor(kind)})`;

const writersOf = (kind: EventKind): readonly string[] => {
  const definition = EVENT_DEFINITIONS.find((d) => d.kind === kind);
  const services = (definition?.writers ?? []).map((writer) => SERVICE_OF_WRITER[writer] ?? writer);
  return [...new Set(services)];
};

const readersOf = (kind: EventKind, all: readonly ServiceContract[]): readonly string[] =>
  all.filter((contract) => contract.consumes.includes(kind)).map((contract) => contract.service);

const unread = (all: readonly ServiceContract[]): readonly EventKind[] =>
  EVENT_DEFINITIONS.map((d) => d.kind as EventKind).filter((kind) => readersOf(kind, all).length === 0);

/** One arrow from writer to reader, with the domains that travel on it. What every service reads would only hide the rest. */
function diagram(contracts: readonly ServiceContract[]): string {
  const arrows = contracts.flatMap((from) =>
    contracts
      .filter((to) => to.service !== from.service)
      .flatMap((to) => {
        const kinds = from.publishes.filter((kind) => to.consumes.includes(kind) && kind !== "control.clock");
        return kinds.length === 0 ? [] : [`  ${from.service} -- "${domainsOf(kinds).join("<br/>")}" --> ${to.service}`];
      }),
  );
  return [
    "```mermaid",
    "flowchart LR",
    ...contracts.filter(({ publishes }) => publishes.length > 0).map(({ service }) => `  ${service}["${service}"]`),
    ...arrows,
    "```",
    "",
    `All of it goes through the journal. The arrows leave out \`control.clock\`, which market-data writes and everybody reads.`,
  ].join("\n");
}

/** order.filled, order.lost → order.*; a single kind keeps its name. */
function domainsOf(kinds: readonly EventKind[]): readonly string[] {
  const byDomain = Map.groupBy(kinds, (kind) => kind.split(".")[0] ?? kind);
  return [...byDomain].map(([domain, members]) => (members.length === 1 ? (members[0] ?? domain) : `${domain}.*`));
}

/** What the monitor says for a person; all else a person says with a right of their own: orders, strategy files, limits. */
const CARRIED: ReadonlySet<string> = new Set(["control.kill", "control.resume"]);
const carrierOf = (kind: string): string => (CARRIED.has(kind) ? MONITOR : "operator");

/** Where the definitions' writers and the services' contracts disagree; for the test. */
export function contractProblems(contracts: readonly ServiceContract[]): readonly string[] {
  const definitions = EVENT_DEFINITIONS as unknown as readonly EventDefinition[];
  return definitions.flatMap(({ kind, writers }) => {
    const said = new Set(
      writers
        .filter((w) => !LOOP_WRITERS.has(w))
        .map((w) => (w === "operator" ? carrierOf(kind) : (SERVICE_OF_WRITER[w] ?? w))),
    );
    return contracts.flatMap(({ service, publishes }) => {
      const declares = publishes.includes(kind as EventKind);
      if (declares === said.has(service)) return [];
      return [
        declares
          ? `${service} publishes ${kind}, whose definition does not name it as a writer`
          : `${service} is a writer of ${kind} by its definition, and its contract does not publish it`,
      ];
    });
  });
}
