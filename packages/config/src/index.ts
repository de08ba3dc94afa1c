export type { BarWishes } from "./bar-wishes.ts";
export * from "./closed-shapes.ts";
export * from "./config-error.ts";
export * from "./groups.ts";
export * from "./read-file.ts";
export { adviceFor, nearestWord } from "./suggestion.ts";
export * from "./yaml-document.ts";
export { z } from "zod";
