import { strict, z } from "@bowline/config";
import { defineAction } from "../define-action.ts";

const schema = strict({
  text: z
    .string({ error: "missing; a text is needed" })
    .regex(/^[^,\n]{1,60}$/, "a tag is up to 60 characters in one line, without commas"),
});

export const tag = defineAction({
  name: "tag",
  doc: "Marks the decision, and with it its order, with a `text`: for whoever sorts trades later. It changes nothing.",
  claims: [],
  opens: false,
  schema,
  compile: ({ text }) => ({ needs: [], plan: () => ({ type: "tag", text }) }),
});
