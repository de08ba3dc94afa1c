export * from "./define-event.ts";
export * from "./field.ts";
