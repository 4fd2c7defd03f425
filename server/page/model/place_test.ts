import { assertEquals } from "@std/assert";
import { readPlace, writePlace } from "./place.ts";

Deno.test("readPlace() reads what writePlace() wrote", () => {
  for (
    const query of [
      "?hour=2020-09-10T18&project=en.wikipedia&access=desktop",
      "?hour=2015-05-01T01&project=x%26y&access=all&q=%3F%26+%C3%A9",
      "?project=wikidata",
      "?",
    ]
  ) {
    const { place, trouble } = readPlace(query);
    assertEquals(writePlace(place), query);
    assertEquals(trouble, undefined);
  }
});

Deno.test("readPlace() reads an hour however it is written", () => {
  assertEquals(`${readPlace("?hour=2020-09-10 18:00").place.hour}`, "2020-09-10T18");
});

Deno.test("readPlace() leaves out what it cannot read, and says what is wrong with an hour", () => {
  const { place, trouble } = readPlace("?hour=2020-02-30T05&access=phone&project=&q=a");
  assertEquals(place, { hour: undefined, project: undefined, access: undefined, search: "a" });
  assertEquals(trouble?.kind, "out-of-range");
  assertEquals(readPlace("?hour=noon").trouble?.kind, "bad-hour");
  assertEquals(readPlace("?hour=2014-01-01T00").trouble?.kind, "out-of-range");
});
