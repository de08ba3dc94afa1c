import { messageRatioBreaker } from "./message-ratio-breaker.ts";
import { breaksBy } from "../breaking/test-laws.ts";

const sent = (count: number, fills: number) => ({ messages: { sent: count, fills } });

breaksBy(messageRatioBreaker, {
  limits: { breakerMessagesPerFill: 10, breakerFreeMessages: 50 },
  over: {
    "the ratio": [sent(100, 10), { messages: "100", mostMessages: "100" }],
    "no fill at all": [sent(50, 0), { messages: "50", mostMessages: "10" }],
  },
  near: { "just under it": sent(99, 10) },
  calm: { "a fifth below": sent(80, 10), "few messages": sent(49, 0) },
});
