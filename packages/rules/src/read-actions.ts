import { z } from "@bowline/config";
import { ACTIONS } from "./actions/index.ts";
import type { Action } from "./define-action.ts";
import { type Chosen, oneOf } from "./one-of.ts";

const action = oneOf("action", ACTIONS);

/** An action as the file has it: its expressions are still texts. */
export type RawAction = { readonly chosen: Chosen<Action>; readonly at: readonly PropertyKey[] };

/** `do`: one action, or a list of them that are done in this order, all or none. */
export const actionsSchema = z.unknown().transform((value, context): readonly RawAction[] => {
  const isList = Array.isArray(value);
  const items: readonly unknown[] = isList ? value : [value];
  const at = (index: number): PropertyKey[] => (isList ? [index] : []);
  const actions: RawAction[] = [];
  items.forEach((item, index) => {
    const parsed = action.safeParse(item);
    if (parsed.success) actions.push({ chosen: parsed.data, at: at(index) });
    else
      for (const { path, message } of parsed.error.issues)
        context.addIssue({ code: "custom", path: [...at(index), ...path], message });
  });
  const claims = actions.map(({ chosen }) => chosen.plugIn.claims);
  const twice = claims.findIndex((own, index) =>
    claims.slice(0, index).some((other) => own.some((claim) => other.includes(claim))),
  );
  if (twice !== -1)
    context.addIssue({
      code: "custom",
      path: at(twice),
      message: `\`${actions[twice]?.chosen.plugIn.name}\` and another action of this rule act on the same ${claims[twice]?.join(", ")}`,
    });
  if (items.length === 0) context.addIssue({ code: "custom", path: [], message: "at least one action is needed" });
  return actions;
});
