/**
 * The web page: the top of a project in an hour.
 *
 * @module
 */

import { render } from "preact";
import { App } from "./view/app.tsx";

const root = document.querySelector("#app")!;
root.replaceChildren();
render(<App />, root);
