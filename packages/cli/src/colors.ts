import picocolors from "picocolors";

/** On a terminal alone, and not where NO_COLOR is set: the library would colour pipes of a CI too. */
export const colorsFor = (
  stream: { readonly isTTY?: boolean },
  env: NodeJS.ProcessEnv,
): ReturnType<typeof picocolors.createColors> =>
  picocolors.createColors(stream.isTTY === true && (env["NO_COLOR"] ?? "") === "");

export const colors = colorsFor(process.stdout, process.env);
