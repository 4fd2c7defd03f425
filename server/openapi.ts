/** TODO */
export const OPENAPI = {};
