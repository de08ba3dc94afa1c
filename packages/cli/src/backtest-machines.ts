import type { Groups } from "@bowline/config";
import type { Machine, ServiceContract } from "@bowline/contracts";
import { machineContract as marketDataContract } from "@bowline/market-data/contract";
import { makeMarketDataMachine } from "@bowline/market-data/machine";
import { contract as portfolioContract } from "@bowline/portfolio/contract";
import { makePortfolio } from "@bowline/portfolio/machine";
import { otherSymbolsOf } from "@bowline/indicators";
import type { LimitBook } from "@bowline/risk";
import { contract as riskGateContract } from "@bowline/risk-gate/contract";
import { makeRiskGate } from "@bowline/risk-gate/machine";
import { type CompiledStrategy, historyNeeds } from "@bowline/rules";
import { contract as strategyContract } from "@bowline/strategy/contract";
import { makeStrategyMachines } from "@bowline/strategy/machine";
import { PAPER_ACCOUNT } from "./runner/simulated-services.ts";

/** What market-data asks for at a session's start at the least, as the service does. */
const WARMUP_BARS = 60;

const CONTRACTS = [marketDataContract, portfolioContract, riskGateContract, strategyContract];

export type MachineInputs = {
  readonly groups: Groups;
  readonly strategy: CompiledStrategy;
  readonly limits: LimitBook;
};

/** The machines that run live, for a journal in memory. */
export const backtestMachines = ({ groups, strategy, limits }: MachineInputs): readonly Machine[] => [
  makeMarketDataMachine({ groups, warmupBars: WARMUP_BARS, needs: historyNeeds(strategy) }),
  ...makeStrategyMachines({ groups, strategy, accountId: PAPER_ACCOUNT }),
  makeRiskGate({ limits, groups, accountId: PAPER_ACCOUNT }),
  makePortfolio({ accountId: PAPER_ACCOUNT }),
];

/** A machine is named after its service; the desk's and the strategy's, both of one service, besides after their group. */
const serviceOf = (machine: string): string | undefined =>
  machine.startsWith("desk.") ? "strategy" : machine.split(".")[0];

/** What each machine is shown: as the service that runs it, and of its ticker group; of every group where a symbol is compared with others. */
export const machineSights = ({ indicators }: CompiledStrategy) => {
  const compares = Object.values(indicators).some(({ spec }) => otherSymbolsOf(spec).length > 0);
  return {
    contractOf: ({ name }: Machine): ServiceContract | undefined =>
      CONTRACTS.find(({ service }) => service === serviceOf(name)),
    groupOf: ({ name }: Machine): string | undefined => {
      const [kind, group] = name.split(".");
      return compares && kind === "strategy" ? undefined : group;
    },
  };
};
