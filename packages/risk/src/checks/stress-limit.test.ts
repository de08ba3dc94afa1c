import { holdsTo } from "../test-laws.ts";
import { cash, ratio } from "../test-view.ts";
import { stressLimit } from "./stress-limit.ts";

holdsTo(stressLimit, {
  limits: { stressShock: ratio("0.2"), maxStressLoss: ratio("0.1") },
  passes: {
    "half a shock of the net, at the limit": { worstNet: cash("25000") },
    "a quarter of a shock of the gross, at the limit": { worstGross: cash("50000") },
  },
  denies: {
    "a larger net": [{ worstNet: cash("25000.1") }, { stressLoss: "2500.01", maxStressLoss: "2500" }],
    "a larger gross": [{ worstGross: cash("50000.2") }, { stressLoss: "2500.01", maxStressLoss: "2500" }],
  },
  needs: { stressLoss: { worstNet: undefined }, equity: { equity: undefined } },
  exit: "passes",
  waived: { maxStressLoss: "waived" },
});
