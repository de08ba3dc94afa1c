/**
 * Counts that must not fall by accident. The run prints them, the tests named beside them import them and fail below
 * them; lowering one is a change that a reviewer sees.
 */
export const FLOORS = {
  /** The sample's six sessions for SPY, IBM, BAC and AIG: e2e/real-sessions. */
  sampleSessions: 6,
  sampleMinuteBars: 9_357,
  sampleNoTradeMinutes: 3,
  /** Real sessions must trade: e2e/real-sessions. */
  sampleFills: 20,
  sampleFilledSymbols: 3,
  /** Scripts of what goes wrong that ship: packages/rehearsal, e2e/rehearsals. */
  rehearsals: 30,
  /** Seeds that must each give the same decisions with random delays in every service: e2e/determinism. */
  delaySeeds: 20,
  /** IB's codes by context, each with its effect and source: packages/ib-codes. */
  ibCodeRows: 300,
  ibCodes: 215,
  /** Scenarios that any TWS with a paper account must pass: e2e/tws, ./bowline test --tws. */
  twsScenarios: 50,
  /** Of the rule language: packages/rules/src/counts. */
  conditions: 44,
  actions: 19,
  lints: 23,
  badStrategyFiles: 62,
  /** Strategies to start from, each with page, scenarios and a kept backtest: packages/cli/src/templates. */
  templates: 11,
  /** Of orders, fills, cancels, unknowns and prices, in which no limit may be exceeded at any instant: services/risk-gate/src/limits-hold. */
  gateSequences: 10_000,
} as const;
