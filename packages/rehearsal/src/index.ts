export * from "./fault.ts";
export {
  ALWAYS,
  type BrokerOrderFact,
  type ExecutionFact,
  type Facts,
  type Law,
  type LawName,
  LAWS,
  type PositionFact,
} from "./laws.ts";
export * from "./perform.ts";
export { parseScript, type Script } from "./script.ts";
