import { assertEquals } from "@std/assert";
import { didYouMean } from "./did_you_mean.ts";

Deno.test("didYouMean() guesses a word that is near", () => {
  assertEquals(didYouMean("shwo", ["run", "show", "rank"]), '; did you mean "show"?');
  assertEquals(didYouMean("ran", ["show", "rank"]), '; did you mean "rank"?');
});

Deno.test("didYouMean() guesses the nearest word", () => {
  assertEquals(
    didYouMean("en.wikpedia", ["en.wikibooks", "en.wikipedia", "de.wikipedia"]),
    '; did you mean "en.wikipedia"?',
  );
});

Deno.test("didYouMean() does not guess what is far", () => {
  assertEquals(didYouMean("frobnicate", ["run", "show", "rank"]), "");
});

Deno.test("didYouMean() does not guess an empty word", () => {
  assertEquals(didYouMean("xx", ["", "commons.m"]), "");
});

Deno.test("didYouMean() takes two letters swapped for the likeliest slip", () => {
  assertEquals(didYouMean("--tpo", ["--to", "--top"]), '; did you mean "--top"?');
  assertEquals(didYouMean("too", ["to", "top"]), '; did you mean "to"?');
});
