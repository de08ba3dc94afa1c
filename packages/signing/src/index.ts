export * from "./guard.ts";
export * from "./key-files.ts";
export * from "./signature.ts";
export * from "./signer.ts";
export * from "./trusted-keys.ts";
