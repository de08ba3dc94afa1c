import type { EventDefinition } from "./schema/index.ts";

/** BarStatus, NO_TRADE → BAR_STATUS_NO_TRADE. */
export const enumConstant = (enumName: string, value: string): string =>
  `${enumName.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase()}_${value.toUpperCase()}`;

/** clOrdId → cl_ord_id. */
export const protoFieldName = (name: string): string => name.replace(/([A-Z])/g, "_$1").toLowerCase();

export const protoPackage = (domain: string): string => `bowline.${domain}.v1`;

/** Nested messages and enums live with the header, so that every domain can use them. */
export const COMMON = "common";

export const protoMessageName = (definition: EventDefinition): string =>
  `${protoPackage(definition.domain)}.${definition.name}`;
