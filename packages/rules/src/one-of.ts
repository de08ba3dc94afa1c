import { adviceFor, z } from "@bowline/config";

type Named = { readonly name: string; readonly schema: z.ZodType };

/** One plug-in by its name, with parameters that its own schema has read. */
export type Chosen<T extends Named> = { readonly plugIn: T; readonly params: unknown };

/**
 * `{ name: parameters }` with exactly one name out of a list of plug-ins. An unknown name is refused with what is allowed,
 * wrong parameters with the plug-in's own findings at their place.
 */
export const oneOf = <T extends Named>(kind: string, plugIns: readonly T[]) =>
  z
    .record(z.string(), z.unknown(), {
      error: () => `${kind === "action" ? "an" : "a"} ${kind} is \`name: …\`. Allowed: ${namesOf(plugIns).join(", ")}`,
    })
    .transform((value, context): Chosen<T> => {
      const keys = Object.keys(value);
      const [name] = keys;
      if (name === undefined || keys.length > 1) {
        context.addIssue({
          code: "custom",
          message: `exactly one ${kind} stands here, there are ${keys.length}: ${keys.join(", ") || "none"}`,
        });
        return z.NEVER;
      }
      const plugIn = plugIns.find((candidate) => candidate.name === name);
      if (plugIn === undefined) {
        context.addIssue({
          code: "custom",
          path: [name],
          message: `unknown ${kind} \`${name}\`; ${adviceFor(name, namesOf(plugIns))}`,
        });
        return z.NEVER;
      }
      const parsed = plugIn.schema.safeParse(value[name]);
      if (parsed.success) return { plugIn, params: parsed.data };
      for (const issue of parsed.error.issues) forward(issue, [name], context);
      return z.NEVER;
    });

const namesOf = (plugIns: readonly Named[]): string[] => plugIns.map(({ name }) => name);

/** A finding of another schema's, below `at`. An unknown key is forwarded at the key itself, once for each. */
export function forward(issue: z.core.$ZodIssue, at: readonly string[], context: z.RefinementCtx): void {
  const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  for (const path of paths) context.addIssue({ code: "custom", path: [...at, ...path], message: issue.message });
}
