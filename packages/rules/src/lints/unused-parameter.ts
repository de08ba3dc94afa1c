import { defineLint } from "../define-lint.ts";
import { textsIn } from "./texts-in.ts";

export const unusedParameter = defineLint({
  code: "UNUSED_PARAMETER",
  doc: "A parameter is declared, and nothing in the file uses it: to turn it would change nothing.",
  find: ({ parameters }, written) => {
    const texts = textsIn(written);
    return Object.keys(parameters)
      .filter((name) => !texts.some((text) => text === `$${name}` || new RegExp(`\\bparams\\.${name}\\b`).test(text)))
      .map((name) => ({ at: ["parameters", name], message: `nothing uses \`$${name}\` or \`params.${name}\`` }));
  },
});
