import { runBacktest } from "@bowline/backtest";
import { makeGroups } from "@bowline/config";
import { makeDecisionHash } from "@bowline/contracts";
import { assert, formatCents, micros, money } from "@bowline/kernel";
import { makeExtendedMarket } from "@bowline/matching";
import { parseLimits, renderLimits } from "@bowline/risk";
import { expect, it } from "vitest";
import { backtestMachines, machineSights } from "../backtest-machines.ts";
import { backtestPredictions } from "../backtest-predictions.ts";
import { PAPER_ACCOUNT } from "../runner/simulated-services.ts";
import { type Template, listTemplates, strategyOfTemplate, BACKTESTS_FILE } from "./templates.ts";

const SEED = 5;
const MINUTES = 150;
const MEMBERS = ["AAPL", "MSFT", "NVDA"];
/** Made once: it plays the same for each. */
const MARKET = makeExtendedMarket({
  seed: SEED,
  groups: { tech: MEMBERS },
  sessions: 1,
  minutes: MINUTES,
  traits: { gaps: { volatility: 0.02 } },
});
const EQUITY = money(micros("1000000"));

/** One made-up session with gaps at its open, the demo model's predictions, the usual limits. */
function backtest(template: Template) {
  const groups = makeGroups([["tech", MEMBERS]]);
  const strategy = strategyOfTemplate(template);
  const limits = parseLimits(renderLimits({ equity: EQUITY, profile: "normal" }), "limits.yaml");
  assert(limits.ok, "limits");
  const hash = makeDecisionHash();
  const count = { intents: 0, denied: 0, fills: 0 };
  let realized = 0;
  runBacktest({
    market: MARKET,
    groups,
    machines: backtestMachines({ groups, strategy, limits: limits.value }),
    ...machineSights(strategy),
    predictions: backtestPredictions(undefined, groups, SEED),
    accountId: PAPER_ACCOUNT,
    cash: EQUITY,
    onEntry: (entry) => {
      hash.add(entry);
      const { event } = entry;
      if (event.kind === "order.intent") count.intents += 1;
      if (event.kind === "order.denied") count.denied += 1;
      if (event.kind === "order.filled") count.fills += 1;
      if ("realizedPnl" in event && event.kind.startsWith("position.")) realized += Number(event.realizedPnl);
    },
  });
  return { ...count, realizedPnl: formatCents(realized), decisionHash: hash.digest() };
}

it("decides in a made-up session as it did when the templates were written: else look why, and write anew with `vitest -u`", async () => {
  const results = Object.fromEntries(listTemplates().map((template) => [template.name, backtest(template)]));
  for (const [name, { fills }] of Object.entries(results)) expect([name, fills > 0]).toEqual([name, true]);
  await expect(`${JSON.stringify(results, null, 2)}\n`).toMatchFileSnapshot(BACKTESTS_FILE);
}, 120_000);
