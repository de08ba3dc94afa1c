export {
  CODE_CONTEXTS,
  type CodeContext,
  type CodeRow,
  type DataEffect,
  ORDER_CONTEXTS,
  type OrderContext,
  type OrderEffect,
  type SessionEffect,
} from "./code-row.ts";
export { IB_CODE_ROWS, dataEffect, ibCode, orderEffect, sessionEffect } from "./table.ts";
