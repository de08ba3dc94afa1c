export * from "./field.ts";
export * from "./groups.ts";
export * from "./message.ts";
export * from "./values.ts";
