/** Of so many who ask for a job each may withdraw; with more, it goes on to its end. */
const MOST = 10_000;

/** Those who have asked for a job, each by a secret of their own. */
export class Claims {
  /** Whether who has a secret has withdrawn. */
  readonly #withdrawn: Map<string, boolean> = new Map();
  #open = 0;
  /** Whether somebody asked for it who cannot withdraw. */
  #isHeld: boolean;

  /** A job that was taken up has been asked for by those whom nobody knows any more. */
  constructor({ isHeld = false }: { isHeld?: boolean } = {}) {
    this.#isHeld = isHeld;
  }

  /** One more asks; gives the secret. */
  add(): string {
    const secret = crypto.randomUUID().replaceAll("-", "");
    if (this.#withdrawn.size >= MOST) {
      this.#isHeld = true;
    } else {
      this.#withdrawn.set(secret, false);
      this.#open++;
    }
    return secret;
  }

  /** One withdraws, now or before; gives whether that is somebody who asked. */
  withdraw(secret: string): boolean {
    const hasWithdrawn = this.#withdrawn.get(secret);
    if (hasWithdrawn === false) {
      this.#withdrawn.set(secret, true);
      this.#open--;
    }
    return hasWithdrawn !== undefined;
  }

  /** Whether all who asked have withdrawn. */
  get areWithdrawn(): boolean {
    return this.#open === 0 && !this.#isHeld;
  }
}
