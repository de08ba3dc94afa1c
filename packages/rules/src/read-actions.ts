import { z } from "@bowline/config";
import { ACTIONS } from "./actions/index.ts";
import type { Action, CompiledAction } from "./define-action.ts";
import { type Chosen, oneOf } from "./one-of.ts";

const action = oneOf("action", ACTIONS);

/** `do`: one action, or a list of them that are done in this order, all or none. */
export const actionsSchema = z.unknown().transform((value, context): readonly CompiledAction[] => {
  const isList = Array.isArray(value);
  const items: readonly unknown[] = isList ? value : [value];
  const at = (index: number): PropertyKey[] => (isList ? [index] : []);
  const actions: CompiledAction[] = [];
  items.forEach((item, index) => {
    const parsed = action.safeParse(item);
    if (parsed.success) actions.push(compileAction(parsed.data));
    else
      for (const { path, message } of parsed.error.issues)
        context.addIssue({ code: "custom", path: [...at(index), ...path], message });
  });
  const twice = actions.findIndex((one, index) =>
    actions.slice(0, index).some((other) => one.claims.some((claim) => other.claims.includes(claim))),
  );
  if (twice !== -1)
    context.addIssue({
      code: "custom",
      path: at(twice),
      message: `\`${actions[twice]?.name}\` and another action of this rule act on the same ${actions[twice]?.claims.join(", ")}`,
    });
  if (items.length === 0) context.addIssue({ code: "custom", path: [], message: "at least one action is needed" });
  return actions;
});

function compileAction({ plugIn, params }: Chosen<Action>): CompiledAction {
  const { name, claims, opens } = plugIn;
  return { name, claims, opens, ...plugIn.compile(params) };
}
