import { defineLint } from "../define-lint.ts";

export const parameterOffStep = defineLint({
  code: "PARAMETER_OFF_STEP",
  doc: "The steps of a parameter lead past its value or past its range: an optimiser that turns it never comes to where it stands.",
  find: ({ parameters }) =>
    Object.entries(parameters).flatMap(([name, parameter]) => {
      if (typeof parameter === "number") return [];
      const { value, min, max, step } = parameter;
      if (step > max - min)
        return [{ at: ["parameters", name], message: `a step of ${step} is more than there is from ${min} to ${max}` }];
      const steps = (value - min) / step;
      if (Math.abs(steps - Math.round(steps)) < 1e-6) return [];
      return [{ at: ["parameters", name], message: `steps of ${step} from ${min} on never come to ${value}` }];
    }),
});
