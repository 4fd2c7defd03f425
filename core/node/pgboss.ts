/** What is used of pg-boss. */
export { PgBoss } from "pg-boss";
