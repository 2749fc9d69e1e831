/** What the kernel's host needs of WebAssembly: the types of Node leave it out, and those of the browser bring a page with them. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: { env: { memory: Memory } });
    readonly exports: object;
  }
  class Memory {
    /** Sizes in pages of 64 kB. */
    constructor(size: { initial: number; maximum: number; shared: true });
    readonly buffer: SharedArrayBuffer;
    /** Returns how many pages there were before. */
    grow(pages: number): number;
  }
}
