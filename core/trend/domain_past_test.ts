import { assertEquals } from "@std/assert";
import { describeRise, DomainPast, type RisenPage, roundRise } from "./domain_past.ts";

/** A list of pages in their order, written as `Ada 9, Eve 8`. */
function list(written: string): { rank: number; views: number; title: string }[] {
  if (written === "") return [];
  return written.split(", ").map((page, i) => {
    const [title = "", views] = page.split(" ");
    return { rank: i + 1, views: Number(views), title };
  });
}

function rises(now: string, ...past: string[]): string[] {
  const domain = new DomainPast(list(now));
  for (const earlier of past) domain.add(list(earlier));
  return domain.rises().map((page) => `${page.title} ${page.past} ${describeRise(page)}`);
}

Deno.test("DomainPast divides by the median, of an even number the mean of the two in the middle", () => {
  assertEquals(rises("Ada 60", "Ada 10", "Ada 1", "Ada 20"), ["Ada 10 ×6.0"]);
  assertEquals(rises("Ada 60", "Ada 10", "Ada 1", "Ada 20", "Ada 30"), ["Ada 15 ×4.0"]);
});

Deno.test("DomainPast takes the last row for a page that is not in a list, and says at least", () => {
  assertEquals(rises("Ada 80", "Eve 90, Bob 10", "Eve 90, Bob 10", "Eve 90, Bob 10"), [
    "Ada 10 at least ×8.0",
  ]);
  // In most lists it is: no matter how few views it had in the others, the median is the same.
  assertEquals(rises("Ada 80", "Ada 40", "Ada 40", "Eve 90, Bob 10"), ["Ada 40 ×2.0"]);
  // One of the two in the middle is not known.
  assertEquals(rises("Ada 80", "Ada 40", "Eve 90, Bob 10"), ["Ada 25 at least ×3.2"]);
});

Deno.test("DomainPast takes a domain without a list for one of a single view", () => {
  assertEquals(rises("Ada 80", "", "", ""), ["Ada 1 at least ×80"]);
});

Deno.test("DomainPast leaves out what did not rise; the steepest first, then the one with more views", () => {
  const past = "Eve 50, Ada 10, Bob 5, Zoe 4, Kim 3";
  assertEquals(rises("Eve 50, Ada 20, Kim 15, Bob 10, Zoe 3", past, past, past), [
    "Kim 3 ×5.0",
    "Ada 10 ×2.0",
    "Bob 5 ×2.0",
  ]);
  assertEquals(rises("", past), []);
});

Deno.test("roundRise() never makes more of what is at least so", () => {
  const page = (rise: number, isExact: boolean): RisenPage => ({
    title: "A",
    rank: 1,
    views: 1,
    past: 1,
    rise,
    isExact,
  });
  assertEquals([roundRise(page(1.999, true), 2), roundRise(page(1.999, false), 2)], [2, 1.99]);
  assertEquals(describeRise(page(8.29, false)), "at least ×8.2");
  assertEquals(describeRise(page(12_345.6, true)), "×12,346");
});
