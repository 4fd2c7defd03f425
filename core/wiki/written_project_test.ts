import { assertEquals } from "@std/assert";
import { readProject } from "./written_project.ts";

const CASES: Record<string, string | [project: string, title: string]> = {
  en: "en",
  "en.m": "en.m",
  "en.wikipedia": "en.wikipedia",
  "*.b": "*.b",
  "": "",
  constructor: "constructor",
  mediawiki: "mediawiki",
  wikidata: "wikidata",
  frwiki: "fr.wikipedia",
  simplewiki: "simple.wikipedia",
  dewiktionary: "de.wiktionary",
  zh_yuewiki: "zh-yue.wikipedia",
  commonswiki: "commons.wikimedia",
  wikidatawiki: "wikidata",
  mediawikiwiki: "mediawiki",
  zh_yue: "zh-yue",
  "zh_min_nan.m": "zh-min-nan.m",
  "fr.wikipedia.org": "fr.wikipedia",
  "fr.m.wikipedia.org": "fr.wikipedia",
  "www.wikidata.org": "wikidata",
  "m.wikidata.org": "wikidata",
  "EN.Wikipedia": "en.wikipedia",
  "www.mediawiki": "mediawiki",
  "www.en.wikipedia": "en.wikipedia",
  "www.wd": "www.wd",
  "commons.m.wikimedia.org": "commons.wikimedia",
  "https://foundation.wikimedia.org/": "wikimediafoundation",
  "https://en.wikipedia.org/wiki/Albert_Einstein": ["en.wikipedia", "Albert_Einstein"],
  "HTTPS://de.m.wikipedia.org/wiki/Z%C3%BCrich?x=1#y": ["de.wikipedia", "Zürich"],
  "en.wikipedia.org/wiki/AC/DC": ["en.wikipedia", "AC/DC"],
  "https://en.wikipedia.org/wiki/50%": ["en.wikipedia", "50%"],
  "https://en.wikipedia.org/w/index.php?title=Main Page": ["en.wikipedia", "Main_Page"],
};

for (const [written, expected] of Object.entries(CASES)) {
  Deno.test(`readProject() knows what "${written}" means`, () => {
    const [project, title] = typeof expected === "string" ? [expected] : expected;
    assertEquals(readProject(written), { project: project!, ...title !== undefined && { title } });
  });
}
