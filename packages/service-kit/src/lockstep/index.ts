export * from "./conductor.ts";
export * from "./follower.ts";
