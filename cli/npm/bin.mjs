#!/usr/bin/env node
// Starts wikitop on the Deno that came with this package, with the permissions of its task and no
// others: Node itself would let it do anything.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const { denoFlags } = require("./package.json");
const main = fileURLToPath(new URL("./lib/cli/main.js", import.meta.url));

// Its own way to the executable, which is there where npm was told to run no scripts, too.
const deno = require("deno/install_api.cjs").runInstall();
// A configuration in the folder that it is called from is somebody else's.
const flags = ["run", "--no-config", "--no-lock", "--no-remote", ...denoFlags];
const child = spawn(deno, [...flags, main, ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, DENO_NO_UPDATE_CHECK: "1" },
});
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
// A terminal sends it to both; the program below ends when it has put its things in order.
process.on("SIGINT", () => {});
child.on("error", (error) => {
  console.error(`Cannot start Deno: ${error.message}; install the package again`);
  process.exit(1);
});
child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
