export { dropCopyClientId } from "./client-id.ts";
export type { DropCopy } from "./drop-copy.ts";
export { watchWithDropCopy } from "./watch-with-drop-copy.ts";
