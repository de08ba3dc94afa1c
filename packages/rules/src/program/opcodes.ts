/**
 * The instructions of a rule's program. Each is five integers: operation, result, and up to three operands, all of them slots;
 * for REQUIRE the result is the number of the leaf that is asked. A slot is a double and a mark whether it is UNKNOWN; a bool is
 * 0 or 1.
 */
export const STRIDE = 5;

export const OPERATIONS = [
  "EQ",
  "NE",
  "LT",
  "LE",
  "GT",
  "GE",
  "ADD",
  "SUB",
  "MUL_EXACT",
  "MUL_ROUND",
  "MUL_PLAIN",
  "DIV_EXACT",
  "DIV_ROUND",
  "DIV_PLAIN",
  "MIN",
  "MAX",
  "ABS",
  "PLAIN",
  "AND",
  "OR",
  "NOT",
  "CHOOSE",
  "REQUIRE",
  "REQUIRE_EQ",
  "REQUIRE_NE",
  "REQUIRE_LT",
  "REQUIRE_LE",
  "REQUIRE_GT",
  "REQUIRE_GE",
] as const;
export type Operation = (typeof OPERATIONS)[number];

export const codeOf = (operation: Operation): number => OPERATIONS.indexOf(operation);
