export {
  DIRECTIONS, type Direction, LEGS, type Leg, ORD_TYPES, type OrdType, PURPOSES, type Purpose, type Reason, SIDES, type Side, TIMES_IN_FORCE, type TimeInForce,
} from "./shared.ts";
