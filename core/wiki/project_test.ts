import { assertEquals } from "@std/assert";
import { KNOWN_CODES } from "../../testdata/known_codes.ts";
import { type Project, projectOf } from "./project.ts";

const TEST_DATA = Deno.env.get("WIKITOP_TEST_DATA");

Deno.test("projectOf knows the codes of the golden cases", () => {
  for (const [code, [project, access]] of Object.entries(KNOWN_CODES)) {
    const answer = projectOf(code);
    assertEquals([answer.project, answer.access], [project, access], code);
  }
});

Deno.test("projectOf tells a code's project, access and host", () => {
  const answers: Record<string, [project: string, access: string, host: string]> = {
    "": ["wikifunctions", "all", "www.wikifunctions.org"],
    "en": ["en.wikipedia", "desktop", "en.wikipedia.org"],
    "en.m": ["en.wikipedia", "mobile", "en.wikipedia.org"],
    "en.zero": ["en.wikipedia", "mobile", "en.wikipedia.org"],
    "en.b": ["en.wikibooks", "desktop", "en.wikibooks.org"],
    "en.m.b": ["en.wikibooks", "mobile", "en.wikibooks.org"],
    "en.zero.d": ["en.wiktionary", "mobile", "en.wiktionary.org"],
    "fr.n": ["fr.wikinews", "desktop", "fr.wikinews.org"],
    "fr.q": ["fr.wikiquote", "desktop", "fr.wikiquote.org"],
    "fr.s": ["fr.wikisource", "desktop", "fr.wikisource.org"],
    "fr.v": ["fr.wikiversity", "desktop", "fr.wikiversity.org"],
    "fr.m.voy": ["fr.wikivoyage", "mobile", "fr.wikivoyage.org"],
    "be-tarask": ["be-tarask.wikipedia", "desktop", "be-tarask.wikipedia.org"],
    "zh-min-nan.m.d": ["zh-min-nan.wiktionary", "mobile", "zh-min-nan.wiktionary.org"],
    "test2": ["test2.wikipedia", "desktop", "test2.wikipedia.org"],
    "commons": ["commons.wikipedia", "desktop", "commons.wikipedia.org"],
    "commons.m": ["commons.wikimedia", "desktop", "commons.wikimedia.org"],
    "commons.m.m": ["commons.wikimedia", "mobile", "commons.wikimedia.org"],
    "commons.zero.m": ["commons.wikimedia", "mobile", "commons.wikimedia.org"],
    "meta.m": ["meta.wikimedia", "desktop", "meta.wikimedia.org"],
    "pl.m": ["pl.wikipedia", "mobile", "pl.wikipedia.org"],
    "pl.m.m": ["pl.wikimedia", "mobile", "pl.wikimedia.org"],
    "test.wd": ["test.wikidata", "desktop", "test.wikidata.org"],
    "www": ["wikipedia", "desktop", "www.wikipedia.org"],
    "m": ["wikipedia", "mobile", "www.wikipedia.org"],
    "www.wd": ["wikidata", "desktop", "www.wikidata.org"],
    "m.wd": ["wikidata", "mobile", "www.wikidata.org"],
    "zero.wd": ["wikidata", "mobile", "www.wikidata.org"],
    "www.w": ["mediawiki", "desktop", "www.mediawiki.org"],
    "m.w": ["mediawiki", "mobile", "www.mediawiki.org"],
    "www.f": ["wikimediafoundation", "desktop", "foundation.wikimedia.org"],
    "www.m": ["wikimedia", "desktop", "www.wikimedia.org"],
    "m.m": ["wikimedia", "mobile", "www.wikimedia.org"],
    "www.s": ["wikisource", "desktop", "wikisource.org"],
  };
  for (const [code, [project, access, host]] of Object.entries(answers)) {
    assertEquals(projectOf(code), { project, access, host } as Project, code);
  }
});

Deno.test("projectOf takes unknown languages and sites as they are written", () => {
  assertEquals(projectOf("xyz"), {
    project: "xyz.wikipedia",
    access: "desktop",
    host: "xyz.wikipedia.org",
  });
  assertEquals(projectOf("xyz.m"), {
    project: "xyz.wikipedia",
    access: "mobile",
    host: "xyz.wikipedia.org",
  });
  assertEquals(projectOf("newsite.m.m").project, "newsite.wikimedia");
  assertEquals(projectOf("constructor.b").project, "constructor.wikibooks");
});

Deno.test("projectOf answers to a code of no known form, without a host", () => {
  for (
    const code of ["en.x", "en.toString", "en.b.m", "en.m.x", "en.b.b", "en..b", ".", "en.", ".en"]
  ) {
    const { project, host } = projectOf(code);
    assertEquals({ project, host }, { project: code, host: undefined }, code);
  }
  // Nothing that is no name of a host becomes one.
  for (const code of ["a b", "evil/path", "user@evil", "evil?x=", "ё", '"en"', "\u202een"]) {
    assertEquals(projectOf(code).host, undefined, code);
  }
});

Deno.test("projectOf takes zero as it takes m", () => {
  for (const code of ["en", "en.b", "commons.m", "zh-min-nan.voy"]) {
    const [core, ...family] = code.split(".");
    const [zero, m] = ["zero", "m"].map((word) => projectOf([core, word, ...family].join(".")));
    assertEquals(zero, m);
    assertEquals(zero!.access, "mobile");
  }
});

Deno.test({
  name: "projectOf agrees with Wikimedia's list of domain codes",
  ignore: TEST_DATA === undefined,
  permissions: { read: TEST_DATA === undefined ? [] : [TEST_DATA] },
  async fn() {
    const text = await Deno.readTextFile(`${TEST_DATA}/domain_codes.tsv`);
    const listed = new Map<string, string[]>();
    for (const line of text.trimEnd().split("\n").slice(1)) {
      const [written, project, access] = line.split("\t");
      const code = written === '""' ? "" : written;
      listed.set(code!, [...listed.get(code!) ?? [], `${project} ${access}`]);
    }
    let sums = 0;
    for (const [code, rows] of listed) {
      const { project, access } = projectOf(code);
      const answer = `${project} ${access}`;
      if (rows.length === 1) {
        assertEquals(answer, rows[0], code);
        continue;
      }
      // What Wikimedia sums under one code; nothing can split it.
      sums++;
      const name = code.replace(/\.m$/, "");
      if (code === "") assertEquals(answer, "wikifunctions all");
      else if (["commons.m", "incubator.m", "outreach.m"].includes(code)) {
        assertEquals(answer, `${name}.wikimedia desktop`);
      } else assertEquals(answer, `${name}.wikipedia mobile`);
    }
    assertEquals([listed.size, sums], [2047, 29]);
  },
});

Deno.test({
  name: "projectOf knows the sites that ever were on Wikimedia's list",
  ignore: TEST_DATA === undefined,
  permissions: { read: TEST_DATA === undefined ? [] : [TEST_DATA] },
  async fn() {
    const text = await Deno.readTextFile(
      `${TEST_DATA}/real/wikimedia-projects-ever-allowlisted.txt`,
    );
    const families: Record<string, string> = {
      wikipedia: "",
      wikibooks: ".b",
      wiktionary: ".d",
      wikinews: ".n",
      wikiquote: ".q",
      wikisource: ".s",
      wikiversity: ".v",
      wikivoyage: ".voy",
    };
    const names = new Set(text.trim().split(/\s+/));
    let sites = 0;
    for (const name of names) {
      const [core, family] = name.split(".");
      if (family === undefined) continue;
      if (family in families) {
        const code = core + families[family]!;
        assertEquals(projectOf(code).project, name, code);
        continue;
      }
      if (family !== "wikimedia") continue; // A slip in the list, as en.wikidata.
      sites++;
      assertEquals(projectOf(`${core}.m.m`), { ...projectOf(`${core}.m.m`), project: name });
      // A chapter shares its code with the mobile Wikipedia of its language.
      const isShared = names.has(`${core}.wikipedia`) &&
        !["commons", "incubator", "outreach"].includes(core!);
      const expected = isShared ? `${core}.wikipedia mobile` : `${name} desktop`;
      const { project, access } = projectOf(`${core}.m`);
      assertEquals(`${project} ${access}`, expected, `${core}.m`);
    }
    assertEquals(sites > 50, true);
  },
});
