import { assert, assertEquals, assertMatch } from "@std/assert";
import { LoopbackServer } from "../../../core/testing/loopback_server.ts";
import { DAY } from "../testing/day.ts";
import { CHROMIUM_PATH, ServedPage } from "../testing/served_page.ts";
import { rowsOf, shown } from "../testing/reading.ts";
import { SlowSource } from "../testing/slow_source.ts";

const ignore = CHROMIUM_PATH === undefined;
const query = `?hour=${DAY.gap}&project=en.wikipedia&access=desktop&pages=all`;
/** The browser notes each answer that is no success. */
const expected =
  /Failed to load resource: the server responded with a status of 40[34] .*\/v1\/hours/;

Deno.test("Page shows how far an hour is that is made, and then the hour", { ignore }, async () => {
  await using source = new SlowSource();
  await using served = await ServedPage.open({ source: source.url });
  await served.visit({ query, expected }, async (page) => {
    const making = page.getByRole("region", { name: "This hour is being made" });
    const half = making.getByText(/^0\.\d MB of \d\.\d MB$/);
    await half.waitFor();
    assertMatch(await making.innerText(), /Reading the dump from dumps\.example\.org/);
    // Half of it is there, sooner or later.
    await making.getByRole("status").filter({ hasText: /, [45]0 percent$/ }).waitFor();
    const bar = making.getByRole("progressbar", { name: "Dump read" });
    const [value = NaN, max = NaN] = await Promise.all(
      ["value", "max"].map(async (name) => Number(await bar.getAttribute(name))),
    );
    assert(value >= max / 2 - 1 && value < max, `${value} of ${max}`);
    source.release();
    await shown(page, query);
    assertEquals((await rowsOf(page))[0]!.title, "Main Page");
    assertEquals(source.requests.length, 1);
    await page.keyboard.press("c");
    const name = "03–04 stored";
    await page.getByRole("dialog").getByRole("button", { name }).waitFor();
  });
});

Deno.test("Page has no hour made that its reader only passes", { ignore }, async () => {
  await using source = new SlowSource();
  source.release();
  await using served = await ServedPage.open({ source: source.url });
  await served.visit(
    { query: "?hour=2026-09-11T05&project=en.wikipedia", expected },
    async (page) => {
      await shown(page, "hour=2026-09-11T05");
      // From within the page, as nobody else presses keys so fast.
      await page.evaluate(`(async () => {
      for (let i = 0; i < 2; i++) {
        dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft" }));
        await new Promise((resolve) => setTimeout(resolve));
      }
    })()`);
      await shown(page, "hour=2026-09-11T03");
      assertEquals(source.requests.length, 0);
      // Steps that follow each other so fast are one step back.
      await page.goBack();
      await shown(page, "hour=2026-09-11T05");
    },
  );
});

Deno.test("Page says that there is no dump, and where to go instead", { ignore }, async () => {
  await using source = new LoopbackServer(() => new Response(null, { status: 404 }));
  await using served = await ServedPage.open({ source: source.url });
  await served.visit({ query, expected }, async (page) => {
    const alert = page.getByRole("alert");
    await alert.getByRole("heading", { name: "There is no dump of this hour" }).waitFor();
    assertEquals((await alert.innerText()).includes("2026-09-11T04"), false);
    await alert.getByText("Details").click();
    assertMatch(await alert.innerText(), /2026-09-11T04/);
    await alert.getByRole("button", { name: "11 Sept 2026, 02:00–03:00" }).click();
    await shown(page, "hour=2026-09-11T03");
  });
});

Deno.test("Page says that a server makes no hours", { ignore }, async () => {
  await using served = await ServedPage.open({ readOnly: true });
  await served.visit({ query, expected }, async (page) => {
    const name = "This hour is not stored, and this server makes none";
    await page.getByRole("alert").getByRole("heading", { name }).waitFor();
    await page.getByRole("alert").getByRole("button", { name: "Newest hour" }).click();
    await shown(page, `hour=${DAY.newest}`);
  });
});

Deno.test("Page says that an hour in its URL is none", { ignore }, async () => {
  await using served = await ServedPage.open();
  for (
    const [hour, title, detail] of [
      ["2026-02-30T05", "There is no such hour", 'there is no date "2026-02-30"'],
      ["2027-01-01T00", "There is no such hour", "it has not ended yet"],
      ["yesterday", "Invalid hour", 'write it as "2026-11-20T08"'],
    ] as const
  ) {
    await served.visit({ query: `?hour=${hour}&project=en.wikipedia` }, async (page) => {
      const alert = page.getByRole("alert");
      await alert.getByRole("heading", { name: title }).waitFor();
      await alert.getByText("Details").click();
      assert((await alert.innerText()).includes(detail));
      await alert.getByRole("button", { name: "Newest hour" }).click();
      await shown(page, `hour=${DAY.newest}`);
    });
  }
});

Deno.test("Page tries again once the network is back", { ignore }, async () => {
  await using source = new SlowSource();
  source.release();
  await using served = await ServedPage.open({ source: source.url });
  const expected = /ERR_INTERNET_DISCONNECTED|404 .*2026-09-11T19/;
  await served.visit({ query: "?project=en.wikipedia", expected }, async (page) => {
    await shown(page, DAY.newest);
    await page.context().setOffline(true);
    await page.keyboard.press("ArrowRight");
    await page.getByRole("heading", { name: "No connection to the server" }).waitFor();
    await page.context().setOffline(false);
    await shown(page, "hour=2026-09-11T19");
  });
});
