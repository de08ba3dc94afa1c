export * from "./check-day.ts";
export * from "./compare-minutes.ts";
export * from "./folder-lock.ts";
export * from "./minutes-of-ticks.ts";
export * from "./read-recording.ts";
export * from "./recorder.ts";
export * from "./table-writer.ts";
