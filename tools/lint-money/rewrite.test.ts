import { expect, test } from "vitest";
import { rewriteArithmetic } from "./rewrite.ts";

test.each([
  ["a*b*c", "__product(__product(a,b),c)"],
  ["(a-b)/2", "__product((__sum(a,b)),2)"],
  ["a+b*c-d", "__sum(__sum(a,__product(b,c)),d)"],
  ["x *= y", "x = __product(x,y)"],
  ["x.y -= a*b", "x.y = __sum(x.y,__product(a,b))"],
  ["a ** 2", "__product(a,2)"],
  ["f(a*b)[c/d]", "f(__product(a,b))[__product(c,d)]"],
  ["`${a*b}`", "`${__product(a,b)}`"],
  ["a /* * */ * b", "__product(a,b)"],
  ["a % b < c && !d", "a % b < c && !d"],
])("writes %s as %s", (source, expected) => {
  expect(rewriteArithmetic("a.ts", source)).toBe(expected);
});

test("keeps every line on its line", () => {
  expect(rewriteArithmetic("a.ts", "a\n // twice\n * b;\nc * d")).toBe("__product(a,\n\nb);\n__product(c,d)");
});

test("names a file that does not parse", () => {
  expect(() => rewriteArithmetic("a.ts", "a * * ;")).toThrow(/^a\.ts does not parse/);
});
