import { assertEquals, assertMatch } from "@std/assert";
import { seriousFindings } from "../testing/reading.ts";
import { CHROMIUM_PATH, ServedPage } from "../testing/served_page.ts";

const ignore = CHROMIUM_PATH === undefined;

Deno.test(
  "Page shows the API for people, every operation of it, and asks nobody else",
  { ignore },
  async () => {
    await using served = await ServedPage.open();
    const { paths } = await served.handlers.json("/openapi.json");
    const operations = Object.entries<object>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
    );
    for (
      const options of [{}, { viewport: { width: 320, height: 740 }, colorScheme: "dark" }] as const
    ) {
      await served.visit({ path: "docs#getTrending", ...options }, async (page) => {
        await page.getByRole("heading", { name: "The API" }).waitFor();
        const trending = page.locator("#getTrending");
        await trending.waitFor();
        assertEquals(
          (await page.locator(".resource h3").allInnerTexts()).map((text) => text.trim()).sort(),
          operations.sort(),
        );
        assertMatch(await trending.innerText(), /rise_is is at-least/);
        await trending.getByText("Example: text/csv").click();
        assertMatch(await trending.locator("pre").nth(1).innerText(), /past_views,rise,rise_is/);
        assertEquals(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), 0);
        assertEquals(await seriousFindings(page), []);
      });
    }
  },
);
