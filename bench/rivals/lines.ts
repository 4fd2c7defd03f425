// The top 25 of every domain the plain way, as CSV on stdout: a string for every line, by
// TextLineStream, and no heap. deno run lines.ts DUMP DENYLIST
import { TextLineStream } from "@std/streams/text-line-stream";

const [dump, denylist] = Deno.args as [string, string];
const encoder = new TextEncoder();
const denied = new Set((await Deno.readTextFile(denylist)).split("\n"));
const tops = new Map<string, { views: number; title: string }[]>();

const lines = (await Deno.open(dump)).readable
  .pipeThrough(new DecompressionStream("gzip"))
  .pipeThrough(new TextDecoderStream("utf-8", { ignoreBOM: true }))
  .pipeThrough(new TextLineStream());
for await (const line of lines) {
  const [domain, title, written] = line.split(" ") as [string, string, string];
  const views = Number(written);
  let top = tops.get(domain);
  if (top === undefined) tops.set(domain, top = []);
  if (top.length === 25 && views <= top[24]!.views) continue;
  if (denied.has(`${domain} ${title}`)) continue;
  // Titles come in order, so that a page ranks behind all with as many views.
  const place = top.findIndex((page) => page.views < views);
  top.splice(place < 0 ? top.length : place, 0, { views, title });
  if (top.length > 25) top.pop();
}

let csv = "domain,rank,views,title\n";
for (const [domain, top] of tops) {
  for (const [i, { views, title }] of top.entries()) {
    csv += `${domain},${i + 1},${views},"${title.replaceAll('"', '""')}"\n`;
  }
}
for (let bytes = encoder.encode(csv); bytes.length > 0;) {
  bytes = bytes.subarray(await Deno.stdout.write(bytes));
}
