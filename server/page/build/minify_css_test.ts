import { assertEquals } from "@std/assert";
import { minifyCss } from "./minify_css.ts";

Deno.test("minifyCss() leaves out what only people need", () => {
  assertEquals(
    minifyCss("/* a\n; */\na,\nb > c {\n  color: red;\n  margin: 0 -1px;\n}\n"),
    "a,b > c{color:red;margin:0 -1px}",
  );
});

Deno.test("minifyCss() keeps the spaces that mean something", () => {
  const sheet = "a :hover{width:calc(100% - 8px)}@media (min-width:8px){a:not(b) c{grid:a b}}";
  assertEquals(minifyCss(sheet), sheet);
});
