export * from "./config-error.ts";
export * from "./groups.ts";
export * from "./read-file.ts";
export * from "./yaml-document.ts";
export { z } from "zod";
