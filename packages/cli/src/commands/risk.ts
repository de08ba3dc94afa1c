import { GLOBAL_SCOPE, type Header, type Order, SCHEMA_VERSION } from "@bowline/contracts";
import { addSeconds, formatMicros, isoOfUs } from "@bowline/kernel";
import type { Answer } from "@bowline/risk-gate/machine";
import type { Command } from "commander";
import { adviceFor } from "@bowline/config";
import { printJson, printLine, usageFailure } from "../command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "../connection.ts";
import { type OrderFlags, orderWish } from "../order-wish.ts";
import { type GateNow, gateOfJournal, type RiskFlags } from "../risk/gate-of-journal.ts";
import { LIMIT_COLUMNS, limitUse, RESERVATION_COLUMNS, reservationRows } from "../risk/limit-use.ts";
import { addSimulate } from "../risk/simulate-command.ts";
import { FINDING_COLUMNS, findingRows, verdictLine } from "../risk/what-if.ts";
import { renderTable } from "../views/table.ts";

type Flags = ConnectionFlags & RiskFlags & { readonly json?: boolean };

/** What the gate allows, holds and has denied, and what it would say of an order. */
export function configure(command: Command): void {
  withFiles(
    command
      .command("show", { isDefault: true })
      .description("state, limits as used and allowed, reservations, last denials"),
  ).action(async (flags: Flags) =>
    withRunning(flags, "risk", async ({ bus }) => {
      const now = await gateOfJournal(bus, flags);
      if (flags.json === true) printJson(risks(now));
      else printLine(render(now));
    }),
  );
  withFiles(command.command("what-if").description("ask every check about an order that nobody places"))
    .argument("<side>", "buy or sell")
    .argument("<quantity>", "shares")
    .argument("<symbol>", "such as AAPL")
    .option("--type <type>", "MKT, LMT, STP … (default: by the prices that are given)")
    .option("--limit <price>", "limit price")
    .option("--stop <price>", "stop price")
    .option("--reduce-only", "an exit: never opens or turns a position")
    .option("--strategy <name>", "to whose book it counts", "operator")
    .action(async (side: string, quantity: string, symbol: string, flags: Flags & OrderFlags) =>
      withRunning(flags, "risk", async ({ bus }) => {
        const answer = ask(await gateOfJournal(bus, flags), { side, quantity, symbol }, flags);
        if (flags.json === true) printJson({ verdict: verdictLine(answer), checks: findingRows(answer) });
        else printLine([verdictLine(answer), "", renderTable(FINDING_COLUMNS, findingRows(answer), "")].join("\n"));
      }),
    );
  addSimulate(command);
}

const withFiles = (command: Command): Command =>
  addConnectionFlags(command)
    .option("--limits <file>", "other limits than those that the gate runs with")
    .option("--groups <file>", "other groups than those that the gate runs with")
    .option("--json", "print JSON");

type Typed = { readonly side: string; readonly quantity: string; readonly symbol: string };

/** As the desk of its group would want it now, under its lease. */
function ask({ gate, groups, accountId }: GateNow, { symbol, ...typed }: Typed, flags: OrderFlags): Answer {
  const group = groups.groupOf(symbol);
  if (group === undefined)
    throw usageFailure(
      `${symbol}: in no group of what runs, so no order of it is ever asked for; ${adviceFor(symbol, groups.symbols)}`,
    );
  const { nowUs, leaseEpochs, ownBuild = "" } = gate.state();
  const { order } = orderWish(typed, flags, { accountId, group, symbol, nowUs, serial: "what-if" });
  const asked: Order = { ...order, expiresUs: addSeconds(nowUs, 1) };
  const machine = `desk.${group}`;
  const header: Header = {
    id: "what-if",
    causeId: "",
    causeSeq: 0,
    ordinal: 0,
    correlationId: "what-if",
    machine,
    epoch: leaseEpochs.get(machine) ?? 0,
    build: ownBuild,
    configVersion: "",
    eventUs: nowUs,
    seenUs: nowUs,
    schemaVersion: SCHEMA_VERSION,
  };
  return gate.ask(asked, header);
}

const statesOf = ({ gate }: GateNow): Readonly<Record<string, string>> => ({
  [GLOBAL_SCOPE]: "ACTIVE",
  ...Object.fromEntries(gate.state().tradingStates),
});

/** Breakers that are tripped. */
const trippedOf = ({ gate }: GateNow) =>
  [...gate.state().tripped].map(([key, { scope, state, quietUs }]) => ({
    code: key.slice(0, key.indexOf("|")),
    scope,
    state,
    quietSince: quietUs === undefined ? undefined : isoOfUs(quietUs),
  }));

const risks = (now: GateNow) => ({
  trading: statesOf(now),
  breakers: trippedOf(now),
  limits: limitUse(now.gate, { book: now.limits, groups: now.groups, accountId: now.accountId }),
  waived: now.limits.waivers,
  reservations: reservationRows(now.gate.state()),
  denials: now.denials,
});

function render(now: GateNow): string {
  const { limits, waived, reservations, denials } = risks(now);
  const codes = (denial: GateNow["denials"][number]): string => denial.reasons.map(({ code }) => code).join(", ");
  return [
    ...Object.entries(statesOf(now)).map(([scope, state]) => `trading   ${scope}: ${state}`),
    ...trippedOf(now).map(
      ({ code, scope, state, quietSince }) =>
        `tripped   ${code} ${scope}: ${state}${quietSince === undefined ? "" : `, calm since ${quietSince}`}`,
    ),
    ...(trippedOf(now).length === 0 ? ["tripped   no breaker"] : []),
    `as of     ${isoOfUs(now.gate.state().nowUs)}`,
    "",
    renderTable(LIMIT_COLUMNS, limits, "no limits"),
    "",
    ...(Object.keys(waived).length === 0 ? ["nothing is waived"] : []),
    ...Object.entries(waived).map(([name, why]) => `waived    ${name}: ${why}`),
    "",
    renderTable(RESERVATION_COLUMNS, reservations, "nothing is reserved"),
    "",
    ...(denials.length === 0
      ? ["no denials"]
      : denials.map((d) => `denied ${d.clOrdId} ${d.side} ${formatted(d)}: ${codes(d)}`)),
  ].join("\n");
}

const formatted = ({ orderQty, symbol }: GateNow["denials"][number]): string => `${formatMicros(orderQty)} ${symbol}`;
