import { runInNewContext } from "node:vm";

/** An element of a page, as much of it as the status page uses. It knows no markup: a script that writes some shows nothing. */
export type TestElement = {
  readonly tag: string;
  readonly children: TestElement[];
  textContent: string;
  className: string;
  hidden: boolean;
  append(...more: TestElement[]): void;
  replaceChildren(...others: TestElement[]): void;
};

function makeElement(tag: string): TestElement {
  const children: TestElement[] = [];
  return {
    tag,
    children,
    textContent: "",
    className: "",
    hidden: false,
    append: (...more) => void children.push(...more),
    replaceChildren: (...others) => void children.splice(0, children.length, ...others),
  };
}

/** Everything below an element. */
export const allOf = (element: TestElement): readonly TestElement[] => [
  element,
  ...element.children.flatMap((child) => allOf(child)),
];

export type RunPage = {
  /** The element with an id, which the page must have. */
  byId(id: string): TestElement;
  /** Asks for the status again, as the page does by its timer, and waits until the answer is shown. */
  refresh(): Promise<void>;
};

/** Runs the script of a page, with the answers that `fetch` gives. */
export async function runPage(html: string, fetch: (path: string) => Promise<unknown>): Promise<RunPage> {
  const elements = new Map(
    [...html.matchAll(/<(\w+) id="([\w-]+)"/g)].map(([, tag = "", id = ""]) => [id, makeElement(tag)]),
  );
  const byId = (id: string): TestElement => {
    const found = elements.get(id);
    if (found === undefined) throw new Error(`the page has no element ${id}`);
    return found;
  };
  let isDue = Promise.withResolvers<() => void>();
  runInNewContext(html.split(/<\/?script>/)[1] ?? "", {
    document: { getElementById: byId, createElement: makeElement },
    location: { origin: "http://127.0.0.1:7500" },
    AbortSignal,
    fetch,
    setTimeout: (again: () => void) => isDue.resolve(again),
  });
  const settled = async (): Promise<() => void> => {
    const again = await isDue.promise;
    isDue = Promise.withResolvers();
    return again;
  };
  let again = await settled();
  return {
    byId,
    refresh: async () => {
      again();
      again = await settled();
    },
  };
}
