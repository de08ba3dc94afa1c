import { z } from "zod";
import { adviceFor } from "./suggestion.ts";

/** An object of exactly these keys; another one is refused with what is allowed and what was likely meant. */
export function strict<S extends z.core.$ZodLooseShape>(shape: S) {
  const allowed = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === "invalid_type")
        return `${issue.input === undefined ? "missing; " : ""}\`{ ${allowed.join(", ")} }\` is needed`;
      if (issue.code !== "unrecognized_keys") return undefined;
      return issue.keys.map((key) => `unknown key \`${key}\`; ${adviceFor(key, allowed)}`).join("; ");
    },
  });
}

/** One of a closed set of words. */
export const choice = <const V extends string>(values: readonly [V, ...V[]]) =>
  z.enum(values, {
    error: (issue) => {
      if (issue.input === undefined) return `missing; one of ${values.join(", ")} is needed`;
      const word = typeof issue.input === "string" ? issue.input : JSON.stringify(issue.input);
      return `\`${word}\` is not known; ${adviceFor(word, values)}`;
    },
  });
