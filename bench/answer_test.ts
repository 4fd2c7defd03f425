import { assertEquals, assertThrows } from "@std/assert";
import { Answer } from "./answer.ts";

Deno.test("Answer reads quoted titles", () => {
  const csv = 'rank,domain_code,views,title,url\r\n1,en,9,"a,""b""",x\r\n2,en,8,c,x\r\n';
  const right = Answer.fromTsv('en\t2\t8\tc\nen\t1\t9\ta,"b"\n');
  assertEquals(Answer.fromCsv(csv).difference(right), undefined);
});

Deno.test("Answer sees missing, wrong and repeated rows", () => {
  const right = Answer.fromTsv("en\t1\t9\ta\n");
  assertEquals(Answer.fromTsv("").difference(right), '1 row missing, first "en 1 9 a"');
  assertEquals(
    Answer.fromTsv("en\t1\t9\ta\nen\t1\t9\ta\n").difference(right),
    "rows are there twice",
  );
});

Deno.test("Answer throws on CSV without a column", () => {
  assertThrows(() => Answer.fromCsv("domain,rank,title\n"), SyntaxError, '"views" is missing');
  assertThrows(() => Answer.fromCsv(""), SyntaxError, '"domain_code" is missing');
});
