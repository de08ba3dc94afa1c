import { defineLint } from "../define-lint.ts";
import { factsIn } from "../expression/tree.ts";
import { openingsOf } from "./opening.ts";

export const confidenceWithoutPrediction = defineLint({
  code: "CONFIDENCE_WITHOUT_PREDICTION",
  doc: "A size rests on the confidence of a prediction, and the rule neither waits for one nor looks at one: it may be that of any.",
  find: ({ rules }) =>
    rules.flatMap((rule) => {
      const facts = rule.requirements.flatMap(({ tree }) => factsIn(tree));
      if (rule.on.word === "prediction" || facts.some(({ name }) => name.startsWith("prediction."))) return [];
      const rests = openingsOf(rule).some(
        ({ size }) => size?.plugIn.name === "kelly" || size?.params["confidence"] !== undefined,
      );
      if (!rests) return [];
      const message = `the size of \`${rule.id}\` rests on a confidence, and the rule asks for no prediction`;
      return [{ at: ["rules", rule.place, "do"], message }];
    }),
});
