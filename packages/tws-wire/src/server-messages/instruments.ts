import { group, int, list, literal, micros, serverMessage, since, text } from "../layout/index.ts";
import { SINCE } from "../protocol-version.ts";

export const deltaNeutralValidation = serverMessage(56, {
  version: literal("1"),
  reqId: int,
  conId: int,
  delta: micros,
  px: micros,
});

/** Expirations `yyyymmdd`, strikes in micros. */
export const securityDefinitionOptionParameter = serverMessage(75, {
  reqId: int,
  exchange: text,
  underConId: int,
  tradingClass: text,
  multiplier: text,
  expirations: list(text),
  strikes: list(micros),
});

export const securityDefinitionOptionParameterEnd = serverMessage(76, { reqId: int });

export const symbolSamples = serverMessage(79, {
  reqId: int,
  samples: list(
    group({
      conId: int,
      symbol: text,
      secType: text,
      primaryExch: text,
      currency: text,
      derivativeSecTypes: list(text),
      description: since(SINCE.issuerId, text),
      issuerId: since(SINCE.issuerId, text),
    }),
  ),
});

/** What the bits of a quote's exchange mask stand for. */
export const smartComponents = serverMessage(82, {
  reqId: int,
  components: list(group({ bit: int, exchange: text, letter: text })),
});

/** From each lower edge on, in micros, the price increment. */
export const marketRule = serverMessage(93, {
  marketRuleId: int,
  increments: list(group({ lowEdgePx: micros, incrementPx: micros })),
});
