// The parts of cli-progress in use, as its README documents them.
declare module "cli-progress" {
  export interface SingleBar {
    update(value: number, payload?: Record<string, unknown>): void;
    update(payload: Record<string, unknown>): void;
    increment(value: number): void;
    getTotal(): number;
    getProgress(): number;
  }
  export class MultiBar {
    constructor(options: Record<string, unknown>);
    create(total: number, value: number, payload: Record<string, unknown>): SingleBar;
    remove(bar: SingleBar): void;
    log(text: string): void;
    update(): void;
    stop(): void;
  }
}
