const modules = new Map<string, WebAssembly.Module>();

/**
 * Starts compiled code on a memory; a thread compiles it once.
 *
 * @param code Its bytes in base64, as the files that end in `_wasm.ts` have them.
 * @param memory The memory that it works in.
 * @returns What it exports.
 */
export function instantiate(code: string, memory: WebAssembly.Memory): WebAssembly.Exports {
  let module = modules.get(code);
  if (module === undefined) {
    module = new WebAssembly.Module(Uint8Array.from(atob(code), (char) => char.charCodeAt(0)));
    modules.set(code, module);
  }
  return new WebAssembly.Instance(module, { env: { memory } }).exports;
}
