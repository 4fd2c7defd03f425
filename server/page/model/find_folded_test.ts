import { assertEquals } from "@std/assert";
import { findFolded } from "./find_folded.ts";

const found = (text: string, wanted: string) => {
  const range = findFolded(text, wanted);
  return range && text.slice(...range);
};

Deno.test("findFolded() finds without regard to case, accents and underscores", () => {
  assertEquals(found("Ada_Lovelace", "a l"), "a_L");
  assertEquals(found("Zürich HB", "ZURICH"), "Zürich");
  assertEquals(found("Zu\u0308rich", "zür"), "Zu\u0308r");
  assertEquals(found("ﬁnal", "fi"), "ﬁ");
  assertEquals(found("𝔘nicode 😀 x", "😀"), "😀");
  assertEquals(found("العَرَبِيَّة", "العربية"), "العَرَبِيَّة");
  assertEquals(found("İstanbul", "istanbul"), "İstanbul");
});

Deno.test("findFolded() finds nothing where nothing is wanted or there", () => {
  for (const wanted of ["", "  ", "_", "x"]) assertEquals(found("abc", wanted), undefined);
  assertEquals(found("", "a"), undefined);
});
