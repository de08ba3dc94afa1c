export * from "./assert.ts";
export * from "./brands.ts";
export * from "./fixed-point.ts";
export * from "./json.ts";
export * from "./prng.ts";
export * from "./result.ts";
export * from "./sha256.ts";
export * from "./time.ts";
