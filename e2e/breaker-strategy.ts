/** Enters on every prediction, far from its stop and target, and leaves on the opposite one. */
export const ENTERS_AND_LEAVES = `strategy: on-demand
description: Enters on every prediction, and leaves on the opposite one.
groups: all
rules:
  - id: leave
    on: prediction
    when:
      - prediction: { direction: opposite }
      - position: { is: open }
    do: { exit: {} }
  - id: enter
    on: prediction
    when:
      - prediction: { direction: [LONG, SHORT] }
      - position: { is: flat }
      - workingOrders: none
    do:
      enter:
        order: market
        expiresMs: 8000
        bracket: { stopPercent: 20, targetPercent: 20 }
        size: { riskPerTrade: { equityPercent: 0.2, confidence: { none: 0.4, full: 0.9 }, maxNotionalPercent: 2, maxNotional: 10000 } }
    cooldownMinutes: 0
`;
