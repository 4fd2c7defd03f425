/** How many pages are listed, whatever the server has kept. */
export const DEFAULT_TOP = 25;
