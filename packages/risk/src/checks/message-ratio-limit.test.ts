import { holdsTo } from "../test-laws.ts";
import { messageRatioLimit } from "./message-ratio-limit.ts";

holdsTo(messageRatioLimit, {
  limits: { maxMessagesPerFill: 20, freeMessages: 100 },
  passes: {
    "the free ones": { messages: { sent: 99, fills: 0 } },
    "twenty for each fill": { messages: { sent: 139, fills: 2 } },
  },
  denies: {
    "one more without a fill": [{ messages: { sent: 100, fills: 0 } }, { messages: "101", mostMessages: "100" }],
    "one more for the fills": [{ messages: { sent: 140, fills: 2 } }, { messages: "141", mostMessages: "140" }],
  },
  exit: "passes",
  waived: { maxMessagesPerFill: "waived" },
});
