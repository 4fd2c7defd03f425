/**
 * The web page: the tops of projects, all that is known of a title, and the API for people.
 *
 * @module
 */

import { render } from "preact";
import { App } from "./view/app.tsx";

const root = document.querySelector("#app")!;

if (location.pathname === "/docs") {
  import("./view/docs_page.tsx").then(({ DocsPage }) => show(<DocsPage />));
} else if (location.pathname.startsWith("/page/")) {
  import("./view/title_page.tsx").then(({ TitlePage }) => show(<TitlePage />));
} else {
  show(<App />);
}

function show(view: Parameters<typeof render>[0]): void {
  root.replaceChildren();
  render(view, root);
}
