import { posix } from "node:path";
import type { SourceTree } from "../../source-tree.ts";
import type { Check, Problem } from "../check.ts";

/** Every relative link of a Markdown page leads to a file or folder of the project, and every #anchor to a heading. */
export const docLinks: Check = {
  name: "doc-links",
  run: (tree) => {
    const places = placesOf(tree);
    return tree.files
      .filter(isPage)
      .flatMap((path) =>
        linksOf(tree.read(path)).flatMap(({ target, line }) => judge({ path, line, target }, places, tree)),
      );
  },
};

const isPage = (path: string): boolean => path.endsWith(".md");

interface Link {
  readonly path: string;
  readonly line: number;
  readonly target: string;
}

function judge({ path, line, target }: Link, places: ReadonlySet<string>, tree: SourceTree): Problem[] {
  const [file = "", anchor] = target.split("#");
  const to = file === "" ? path : posix.normalize(posix.join(posix.dirname(path), decodeURI(file))).replace(/\/$/, "");
  if (!places.has(to))
    return [
      {
        path,
        line,
        message: `links to ${target}, which is not there`,
        remedy: "Correct the path, or remove the link.",
      },
    ];
  if (anchor === undefined || !isPage(to)) return [];
  if (anchorsOf(tree.read(to)).has(anchor)) return [];
  return [
    {
      path,
      line,
      message: `links to ${target}, and ${to} has no such heading`,
      remedy: "Correct the part after the #: lower case, dashes for blanks.",
    },
  ];
}

function placesOf(tree: SourceTree): Set<string> {
  const places = new Set<string>(["."]);
  for (const path of tree.files) {
    for (let place = path; place !== "."; place = posix.dirname(place)) places.add(place);
  }
  return places;
}

const LINK = /\]\(([^()\s]+)(?:\s+"[^"]*")?\)/g;
const OUTSIDE = /^([a-z][a-z0-9+.-]*:|\/\/)/i;

function linksOf(text: string): { target: string; line: number }[] {
  return withoutCode(text)
    .split("\n")
    .flatMap((line, index) => [...line.matchAll(LINK)].map(([, target = ""]) => ({ target, line: index + 1 })))
    .filter(({ target }) => !OUTSIDE.test(target));
}

/** Code keeps its lines, so that line numbers stay right. */
const withoutCode = (text: string): string =>
  text.replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, (block) => block.replaceAll(/[^\n]/g, "")).replaceAll(/`[^`\n]*`/g, "");

/** As the usual hosts make them: lower case, punctuation dropped, blanks to dashes, repeats numbered. */
function anchorsOf(text: string): Set<string> {
  const seen = new Map<string, number>();
  const anchors = new Set<string>();
  for (const [, heading = ""] of text.replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, "").matchAll(/^#{1,6}\s+(.*?)\s*#*$/gm)) {
    const plain = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-");
    const count = seen.get(plain) ?? 0;
    seen.set(plain, count + 1);
    anchors.add(count === 0 ? plain : `${plain}-${count}`);
  }
  return anchors;
}
